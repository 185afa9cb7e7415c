/**
 * Telephone calls from Belgium to abroad, in tens of millions a year, as the ministry's yearbook printed them.
 *
 * From 1964 to 1969 the calls' minutes were added up instead of the calls; 1963 and 1970 hold some of both.
 *
 * Rousseeuw and Leroy, "Robust regression and outlier detection", 1987, chapter 2, table 2, from the Belgian Statistical
 * Survey of the Ministry of Economy.
 */
export const belgianCalls = [
  { year: 1950, calls: 0.44 },
  { year: 1951, calls: 0.47 },
  { year: 1952, calls: 0.47 },
  { year: 1953, calls: 0.59 },
  { year: 1954, calls: 0.66 },
  { year: 1955, calls: 0.73 },
  { year: 1956, calls: 0.81 },
  { year: 1957, calls: 0.88 },
  { year: 1958, calls: 1.06 },
  { year: 1959, calls: 1.2 },
  { year: 1960, calls: 1.35 },
  { year: 1961, calls: 1.49 },
  { year: 1962, calls: 1.61 },
  { year: 1963, calls: 2.12 },
  { year: 1964, calls: 11.9 },
  { year: 1965, calls: 12.4 },
  { year: 1966, calls: 14.2 },
  { year: 1967, calls: 15.9 },
  { year: 1968, calls: 18.2 },
  { year: 1969, calls: 21.2 },
  { year: 1970, calls: 4.3 },
  { year: 1971, calls: 2.4 },
  { year: 1972, calls: 2.7 },
  { year: 1973, calls: 2.9 },
] as const;
