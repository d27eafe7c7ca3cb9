/** A score as it is written everywhere: two decimals, as it was rounded. Maxima, weights and pass marks are no scores. */
export const scoreWritten = (points: number): string => points.toFixed(2);
