/** The folder that the integrations portal publishes from. */
export const webDocs = '.web-docs';

/** What describes the plugin to the portal. */
export const metadataPath = `${webDocs}/metadata.hcl`;

/** The script that compiles the documentation, as the scaffolding has it. */
export const scriptPath = `${webDocs}/scripts/compile-to-webdocs.sh`;

/** The page that the portal shows first. */
export const webReadmePath = `${webDocs}/README.md`;

/** The folder of the components' pages. */
export const webComponents = `${webDocs}/components`;

/** The page of a component, by its type and slug in metadata.hcl. */
export const webPagePath = (type: string, slug: string): string => `${webComponents}/${type}/${slug}/README.md`;
