import { scriptPath, webDocs } from '../../facts/webdocs/paths';
import type { Plugin } from '../part';

/** GNUmakefile of a new plugin, with the targets that the program's workflows and reviewers call. */
export const makefile = ({ name, owner, module }: Plugin): string => `NAME = ${name}
BINARY = packer-plugin-$(NAME)
SOURCE = github.com/${owner}/$(NAME)

COUNT ?= 1
TEST ?= ./...
SDK_VERSION ?= $(shell go list -m -f '{{ .Version }}' github.com/hashicorp/packer-plugin-sdk)

.PHONY: build dev test testacc install-packer-sdc plugin-check generate

build:
	@go build -o $(BINARY)

# Build a development version and install it.
dev:
	@go build -ldflags="-X '${module}/version.VersionPrerelease=dev'" -o $(BINARY)
	@packer plugins install --path $(BINARY) $(SOURCE)

test:
	@go test -race -count $(COUNT) -timeout=3m $(TEST)

# Run the acceptance tests, which run Packer with the plugin.
testacc: dev
	@PACKER_ACC=1 go test -count $(COUNT) -v -timeout=120m $(TEST)

install-packer-sdc:
	@go install github.com/hashicorp/packer-plugin-sdk/cmd/packer-sdc@$(SDK_VERSION)

plugin-check: install-packer-sdc build
	@packer-sdc plugin-check $(BINARY)

# Generate the hcl2spec files, docs-partials and the published documentation. Commit the changes.
generate: install-packer-sdc
	@go generate ./...
	@rm -rf .docs
	@packer-sdc renderdocs -src docs -partials docs-partials/ -dst .docs/
	@./${scriptPath} "." ".docs" "${webDocs}" "${owner}"
	@rm -rf .docs
`;

/** .gitignore of a new plugin. */
export const gitignore = ({ name }: Plugin): string => `/packer-plugin-${name}
/packer-plugin-${name}.exe
/dist/
/.docs/
/images/
/built.jsonl
crash.log
packer_log_*.txt
packer_init_log_*.txt
`;
