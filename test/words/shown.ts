import { wordsIn } from './sentences';

/** A title in package.json: of a command, a view or a button. */
export const faultsOfCommand = (title: string): string[] => [
	...wordsIn(title),
	...(title.length > 40 ? [`${title.length} characters`] : []),
	...(/[.!:;`]$/.test(title) ? ['punctuation'] : []),
	...(title.split(' ').some(word => !/^(?:[A-Z]|as$|a$|an$|and$|or$|of$|in$|to$|the$|with$|for$|on$|\.)/.test(word)) ? ['not in title case'] : []),
];

/** Whole sentences: a description of a setting, an error, a notification. */
export const faultsOfSentences = (text: string): string[] => [
	...wordsIn(text),
	...(/^[A-Zx`"$\d]/.test(text) ? [] : ['begins small']),
	...(/[.?`)]$|[.:] x$/.test(text) ? [] : ['does not end with a period']),
	...(/^(?:This|It|There|These|That) /.test(text) ? [`begins with "${text.split(' ')[0]}"`] : []),
	...text.split(/(?<=[.?]) /).flatMap(sentence => (sentence.length > 160 ? [`a sentence of ${sentence.length} characters`] : [])),
];

/** A description in the help of the command line. */
export const faultsOfHelp = (text: string): string[] => [
	...wordsIn(text),
	...(text.length > 90 ? [`${text.length} characters`] : []),
	...(/^(?:[A-Z]{2,}\b|GitHub|[a-z])/.test(text) ? [] : ['begins with a capital']),
	...(/\.$/.test(text) ? ['ends with a period'] : []),
];
