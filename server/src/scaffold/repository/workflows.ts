import { pinned } from '../../facts/ci/pinned';

const setUp = `      - uses: actions/checkout@v6
      - uses: actions/setup-go@v6
        with:
          go-version-file: go.mod`;

const packer = `      - uses: hashicorp/setup-packer@v3
        with:
          version: latest`;

/** Builds and tests each change, and checks that generated files are committed. */
export const testWorkflow = (): string =>
	pinned(`name: test
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
${setUp}
      - run: go vet ./...
      - run: go test -race ./...
      - run: make plugin-check
  generate:
    runs-on: ubuntu-latest
    steps:
${setUp}
      - run: make generate
      - name: Check that generated files are committed
        run: test -z "$(git status --porcelain)" || { git status --short; exit 1; }
  example:
    runs-on: ubuntu-latest
    steps:
${setUp}
${packer}
      - run: make dev
      - run: packer fmt -check -recursive example
      - run: packer validate example
`);

/** Runs the acceptance tests on request. */
export const acceptanceWorkflow = (): string =>
	pinned(`name: acceptance
on:
  workflow_dispatch:
permissions:
  contents: read
jobs:
  acceptance:
    runs-on: ubuntu-latest
    steps:
${setUp}
${packer}
      - run: make testacc
`);

/** Keeps the SDK and the actions up to date. go-cty and hcl are updated with the SDK: a newer go-cty does not work with it. */
export const dependabot = (): string => `version: 2
updates:
  - package-ecosystem: gomod
    directory: /
    schedule:
      interval: weekly
    ignore:
      - dependency-name: github.com/zclconf/go-cty
      - dependency-name: github.com/hashicorp/hcl/v2
  - package-ecosystem: github-actions
    directory: /
    schedule:
      interval: weekly
`;
