/** .web-docs/scripts/compile-to-webdocs.sh: compiles rendered pages like the scaffolding's script of that name. */
export const compileScript = `#!/usr/bin/env bash
#
# Compiles the rendered documentation into the pages that HashiCorp's integrations portal publishes.
#
# usage: compile-to-webdocs.sh PLUGIN_DIR RENDERED_DIR OUTPUT_DIR ORGANIZATION
#
# RENDERED_DIR is what "packer-sdc renderdocs" wrote: README.md, and one .mdx page per component in
# builders, provisioners, post-processors or datasources. Files named index.mdx are skipped.
set -euo pipefail

rendered="$1/$2"
output="$1/$3"
organization="$4"

# Rewrites links within the documentation to links of the portal.
links=(
  -e 's|\\(/packer/plugins/([^/]+)/([^/]+)(#[^/]+)?\\)|(/packer/integrations/'"$organization"'/\\2\\3)|g'
  -e 's|\\(/packer/plugins/([^/]+)/([^/]+)/([^/]+)(#[^/]+)?\\)|(/packer/integrations/'"$organization"'/\\2/latest/components/\\1/\\3\\4)|g'
  -e 's|/datasources/|/data-source/|g'
  -e 's|/builders/|/builder/|g'
  -e 's|/post-processors/|/post-processor/|g'
  -e 's|/provisioners/|/provisioner/|g'
)

mkdir -p "$output"
cp "$rendered/README.md" "$output/README.md"

while IFS= read -r page; do
  name="\${page#"$rendered"/}"
  folder="\${name%%/*}"
  slug="\${name#*/}"
  slug="\${slug%%/*}"
  slug="\${slug//.mdx/}"
  case "$folder" in
    builders) type=builder ;;
    provisioners) type=provisioner ;;
    post-processors) type=post-processor ;;
    datasources) type=data-source ;;
    *)
      echo "$page is not in builders, provisioners, post-processors or datasources" >&2
      exit 1
      ;;
  esac

  # Drop the front matter and the title, each with the empty line after it: the portal adds its own.
  dashes="$( (grep -n -m 2 '^---' "$page" || true) | tail -n 1 | cut -d : -f 1)"
  text="$(tail -n "+$((\${dashes:-0} + 4))" "$page" | sed -E "\${links[@]}")"

  mkdir -p "$output/components/$type/$slug"
  printf '%s\\n' "$text" > "$output/components/$type/$slug/README.md"
done < <(find "$rendered" -mindepth 2 -name '*.mdx' ! -path '*index.mdx*' | LC_ALL=C sort)
`;
