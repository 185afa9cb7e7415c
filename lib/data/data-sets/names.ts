import type { DataSet } from './data-set';

/** 32,033 English first names, one a line. */
export const names = {
  name: 'names',
  licence: 'MIT (repository); names from US SSA public-domain statistics',
  source: 'Karpathy, makemore, 2022; from the US Social Security Administration’s statistics',
  files: [
    {
      name: 'names.txt',
      bytes: 228_145,
      sha256: '0a30b5557f192f32ab962680889aac5f6fda0f4cecf40a6d0b5694f58ea8cc4d',
      url: 'https://raw.githubusercontent.com/karpathy/makemore/988aa59e4d8fefa526d06f3b453ad116258398d4/names.txt',
    },
  ],
} as const satisfies DataSet;
