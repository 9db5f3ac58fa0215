// Preloaded with `node -r`: says on standard error how long the main thread has run, which other processes on the machine disturb least. Linux only.
const { readFileSync } = require('node:fs');

process.on('exit', () => {
	const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
	process.stderr.write(`\nmain thread: ${Number(nanoseconds) / 1e6} ms\n`);
});
