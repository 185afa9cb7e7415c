/** Several runs of a graph can't be chained in one; the words say why. */
export class ChainError extends Error {}
