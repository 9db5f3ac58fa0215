import type { Kind } from './registrations';

/** The names of the components that are part of Packer itself (hashicorp/packer v1.16.0, command/execute.go). */
export const coreComponents: Readonly<Record<Kind, readonly string[]>> = {
	builder: ['file', 'null'],
	provisioner: ['breakpoint', 'file', 'hcp-sbom', 'powershell', 'shell', 'shell-local', 'sleep', 'windows-restart', 'windows-shell'],
	'post-processor': ['artifice', 'checksum', 'compress', 'manifest', 'provenance', 'shell-local'],
	datasource: ['hcp-packer-artifact', 'hcp-packer-image', 'hcp-packer-iteration', 'hcp-packer-version', 'http', 'null'],
};
