import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';
import { forward } from './fileSystem';

/** Where Go keeps the modules it has downloaded, as `go env GOMODCACHE` works it out; Go is not run. The folder need not be there. */
export function moduleCache(): string {
	const [gopath] = (env.GOPATH ?? '').split(delimiter);
	return forward(env.GOMODCACHE || join(gopath || join(homedir(), 'go'), 'pkg', 'mod'));
}
