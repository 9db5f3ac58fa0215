/** What keeps a finding from counting: a comment, a rule that is turned off, an exemption or the baseline. */
export interface Suppressed {
	readonly how: 'inline' | 'config' | 'exemption' | 'baseline';
	readonly reason: string;
	/** Who answers for an exemption, and the last day on which it counts, as 2027-03-31. */
	readonly owner?: string;
	readonly expires?: string;
}
