/** The learning rate of each step; steps count from 0. */
export type Schedule = (step: number) => number;
