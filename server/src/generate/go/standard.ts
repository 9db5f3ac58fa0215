/** What kind of type the standard library's are that configuration structs name; the texts are type expressions of package `path`. */
const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	bytes: { Buffer: 'struct', Reader: 'struct' },
	context: { Context: 'interface', CancelFunc: 'func' },
	'crypto/rsa': { PrivateKey: 'struct', PublicKey: 'struct' },
	'crypto/tls': { Certificate: 'struct', Config: 'struct' },
	'crypto/x509': { CertPool: 'struct', Certificate: 'struct' },
	'encoding/json': { Number: 'string', RawMessage: '[]byte' },
	'html/template': { Template: 'struct' },
	io: { ReadCloser: 'interface', Reader: 'interface', WriteCloser: 'interface', Writer: 'interface' },
	'io/fs': { FileInfo: 'interface', FileMode: 'uint32' },
	log: { Logger: 'struct' },
	'math/big': { Float: 'struct', Int: 'struct' },
	net: { Addr: 'interface', Conn: 'interface', IP: '[]byte', IPMask: '[]byte', IPNet: 'struct', Listener: 'interface', TCPAddr: 'struct' },
	'net/http': { Client: 'struct', Cookie: 'struct', Header: 'map[string][]string', Request: 'struct', Transport: 'struct' },
	'net/netip': { Addr: 'struct', AddrPort: 'struct', Prefix: 'struct' },
	'net/url': { URL: 'struct', Userinfo: 'struct', Values: 'map[string][]string' },
	os: { File: 'struct', FileInfo: '= io/fs.FileInfo', FileMode: '= io/fs.FileMode', Process: 'struct', Signal: 'interface' },
	'os/exec': { Cmd: 'struct' },
	reflect: { Kind: 'uint', Type: 'interface', Value: 'struct' },
	regexp: { Regexp: 'struct' },
	sync: { Mutex: 'struct', Once: 'struct', RWMutex: 'struct', WaitGroup: 'struct' },
	'text/template': { FuncMap: 'map[string]any', Template: 'struct' },
	time: { Duration: 'int64', Location: 'struct', Month: 'int', Time: 'struct', Weekday: 'int' },
};

/**
 * What a type of the standard library is defined as, in the words of `readType`; `= path.Name` for an alias.
 * Undefined where we do not know it (pkg.go.dev/std).
 */
export const standardType = (path: string, name: string): string | undefined => known[path]?.[name];

/** Whether an import path is of the standard library, as goimports tells it apart: its first element has no dot. */
export const isStandard = (path: string): boolean => !(path.split('/', 1)[0] as string).includes('.');
