/** A word on a flat map. */
export interface MapPoint {
  readonly word: string;
  readonly x: number;
  readonly y: number;
}
