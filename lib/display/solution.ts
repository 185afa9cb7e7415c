import { exercise } from './exercise';

/**
 * Shows that a worked solution passes its exercise's check.
 *
 * @throws where it doesn't: a solution that fails is a fault of the course
 */
export function solution(id: string, solved: boolean | undefined, hint: string): void {
  exercise(id, solved, hint);
  if (!solved) throw new Error(`solution ${id}: expected it to pass its check: ${hint}`);
}
