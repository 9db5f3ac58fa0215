/**
 * The options of a GoReleaser config, as GoReleaser v1.26.2 and v2.17.0 decode it (package config): a line for each struct, and for each option its
 * type. `-` stands before what only GoReleaser 1 knows, `+` before what only 2 does; `!` before a type that decodes itself.
 * Written by scripts/goreleaser/options.mjs.
 */
export const optionTable = `
AUR backup:[]string commit_author:CommitAuthor commit_msg_template:string conflicts:[]string contributors:[]string depends:[]string description:string directory:string +disable:string git_ssh_command:string git_url:string goamd64:string homepage:string ids:[]string +install:string license:string maintainers:[]string name:string optdepends:[]string package:string private_key:string provides:[]string rel:string skip_upload:string url_template:string
AURSource +arches:[]string +backup:[]string +build:string +commit_author:CommitAuthor +commit_msg_template:string +conflicts:[]string +contributors:[]string +depends:[]string +description:string +directory:string +disable:string +git_ssh_command:string +git_url:string +goamd64:string +homepage:string +ids:[]string +install:string +license:string +maintainers:[]string +makedepends:[]string +name:string +optdepends:[]string +package:string +prepare:string +private_key:string +provides:[]string +rel:string +skip_upload:string +url_template:string
Announce bluesky:Bluesky discord:Discord +discourse:Discourse linkedin:LinkedIn mastodon:Mastodon mattermost:Mattermost opencollective:OpenCollective reddit:Reddit skip:string slack:Slack smtp:SMTP teams:Teams telegram:Telegram twitter:Twitter webhook:Webhook
Archive allow_different_binary_count:bool builds:[]string builds_info:FileInfo files:[]!File format:string format_overrides:[]FormatOverride +formats:!StringArray id:string +ids:[]string meta:bool name_template:string -rlcp:string strip_binary_directory:bool -strip_parent_binary_folder:bool wrap_in_directory:string
Before hooks:[]string
BinarySign +args:[]string +artifacts:string +certificate:string +cmd:string +env:[]string +id:string +ids:[]string +output:string +signature:string +stdin:string +stdin_file:string
Blob acl:string bucket:string cache_control:[]string content_disposition:string directory:string disable:string -disableSSL:bool disable_ssl:bool endpoint:string extra_files:[]ExtraFile +extra_files_only:bool -folder:string ids:[]string include_meta:bool kms_key:string -kmskey:string provider:string region:string s3_force_path_style:bool
Bluesky -enabled:bool +enabled:string message_template:string username:string
Build asmflags:!StringArray binary:string builder:string buildmode:string command:string dir:string env:[]string flags:!FlagArray gcflags:!StringArray +go386:[]string goamd64:[]string goarch:[]string goarm:[]string +goarm64:[]string gobinary:string gomips:[]string goos:[]string +goppc64:[]string +goriscv64:[]string hooks:BuildHookConfig id:string ignore:[]IgnoredBuild ldflags:!StringArray main:string mod_timestamp:string no_main_check:bool -no_unique_dist_dir:bool +no_unique_dist_dir:string overrides:[]BuildDetailsOverride -skip:bool +skip:string tags:!FlagArray targets:[]string +tool:string
BuildDetailsOverride asmflags:!StringArray buildmode:string env:[]string flags:!FlagArray gcflags:!StringArray +go386:string goamd64:string goarch:string goarm:string +goarm64:string gomips:string goos:string +goppc64:string +goriscv64:string ldflags:!StringArray tags:!FlagArray
BuildHookConfig post:!Hooks pre:!Hooks
Changelog abbrev:number disable:string filters:Filters format:string groups:[]ChangelogGroup -skip:string sort:string use:string
ChangelogGroup order:number regexp:string title:string
Checksum algorithm:string disable:bool extra_files:[]ExtraFile ids:[]string name_template:string split:bool
Chocolatey api_key:string authors:string bug_tracker_url:string copyright:string dependencies:[]ChocolateyDependency description:string docs_url:string goamd64:string icon_url:string ids:[]string license_url:string name:string owners:string package_source_url:string project_source_url:string project_url:string release_notes:string require_license_acceptance:bool skip_publish:bool source_repo:string summary:string tags:string title:string url_template:string
ChocolateyDependency id:string version:string
CommitAuthor email:string name:string +signing:CommitSigning +use_github_app_token:bool
CommitSigning +enabled:bool +format:string +key:string +program:string
Content -dst:string -expand:bool -file_info:ContentFileInfo -packager:string -src:string -type:string
ContentFileInfo -group:string -mode:number -mtime:Time -owner:string
Discord author:string color:string -enabled:bool +enabled:string icon_url:string message_template:string
Discourse +category_id:number +enabled:string +message_template:string +server:string +title_template:string +username:string
Docker build_flag_templates:[]string dockerfile:string extra_files:[]string goamd64:string goarch:string goarm:string goos:string id:string ids:[]string image_templates:[]string push_flags:[]string +retry:Retry skip_push:string use:string
DockerDigest +disable:string +name_template:string
DockerManifest create_flags:[]string id:string image_templates:[]string name_template:string push_flags:[]string +retry:Retry skip_push:string use:string
DockerV2 +annotations:{}string +build_args:{}string +disable:string +dockerfile:string +extra_files:[]string +flags:[]string +hooks:BuildHookConfig +id:string +ids:[]string +images:[]string +labels:{}string +platforms:[]string +retry:Retry +sbom:string +tags:[]string
EnvFiles gitea_token:string github_token:string gitlab_token:string
ExtraFile glob:string name_template:string
File dst:string info:FileInfo src:string strip_parent:bool
FileInfo group:string mode:number mtime:string owner:string
Filters exclude:[]string include:[]string
Flatpak +app_id:string +command:string +disable:string +finish_args:[]string +id:string +ids:[]string +name_template:string +runtime:string +runtime_version:string +sdk:string
FormatOverride format:string +formats:!StringArray goos:string
Git ignore_tags:[]string prerelease_suffix:string tag_sort:string
GitHubURLs api:string download:string skip_tls_verify:bool upload:string
GitLabURLs api:string download:string skip_tls_verify:bool use_job_token:bool use_package_registry:bool
GitRepoRef private_key:string ssh_command:string url:string
GiteaURLs api:string download:string skip_tls_verify:bool
GoMod dir:string env:[]string gobinary:string mod:string proxy:bool
Homebrew caveats:string commit_author:CommitAuthor commit_msg_template:string conflicts:[]string custom_block:string custom_require:string dependencies:[]!HomebrewDependency description:string directory:string download_strategy:string extra_install:string -folder:string goamd64:string goarm:string homepage:string ids:[]string install:string license:string name:string -plist:string post_install:string repository:RepoRef service:string skip_upload:string -tap:RepoRef test:string url_headers:[]string url_template:string
HomebrewCask +binaries:[]string +binary:string +caveats:string +commit_author:CommitAuthor +commit_msg_template:string +completions:HomebrewCaskCompletions +conflicts:[]HomebrewCaskConflict +custom_block:string +dependencies:[]HomebrewCaskDependency +description:string +directory:string +generate_completions_from_executable:HomebrewCaskGeneratedCompletions +homepage:string +hooks:HomebrewCaskHooks +ids:[]string +license:string +manpage:string +manpages:[]string +name:string +repository:RepoRef +service:string +skip_upload:string +uninstall:HomebrewCaskUninstall +url:HomebrewCaskURL +zap:HomebrewCaskUninstall
HomebrewCaskCompletions +bash:string +fish:string +zsh:string
HomebrewCaskConflict +cask:string +formula:string
HomebrewCaskDependency +cask:string +formula:string
HomebrewCaskGeneratedCompletions +args:[]string +base_name:string +executable:string +shell_parameter_format:string +shells:[]string
HomebrewCaskHook +install:string +uninstall:string
HomebrewCaskHooks +post:HomebrewCaskHook +pre:HomebrewCaskHook
HomebrewCaskURL +cookies:{}string +data:{}string +headers:[]string +referer:string +template:string +user_agent:string +using:string +verified:string
HomebrewCaskUninstall +delete:[]string +launchctl:[]string +login_item:[]string +quit:[]string +trash:[]string
HomebrewDependency name:string os:string type:string version:string
Hook cmd:string dir:string env:[]string output:bool
IgnoredBuild +go386:string goamd64:string goarch:string goarm:string +goarm64:string gomips:string goos:string +goppc64:string +goriscv64:string
Iru +*:any
Ko +annotations:{}string bare:bool base_image:string base_import_paths:bool build:string creation_time:string +disable:string env:[]string flags:[]string id:string ko_data_creation_time:string labels:{}string ldflags:[]string +local_domain:string main:string platforms:[]string preserve_import_paths:bool +repositories:[]string repository:string sbom:string +sbom_directory:string tags:[]string +user:string working_dir:string
Krew caveats:string commit_author:CommitAuthor commit_msg_template:string description:string goamd64:string goarm:string homepage:string ids:[]string -index:RepoRef name:string repository:RepoRef short_description:string skip_upload:string url_template:string
Libdirs carchive:string cshared:string header:string
LinkedIn -enabled:bool +enabled:string message_template:string
MCP +auth:MCPAuth +description:string +disable:string +github:MCPDetails +homepage:string +name:string +packages:[]MCPPackage +repository:MCPRepository +title:string +transports:[]MCPTransport
MCPAuth +token:string +type:string
MCPDetails +auth:MCPAuth +description:string +disable:string +homepage:string +name:string +packages:[]MCPPackage +repository:MCPRepository +title:string +transports:[]MCPTransport
MCPPackage +identifier:string +registry_type:string +transport:MCPTransport
MCPRepository +id:string +source:string +subfolder:string +url:string
MCPTransport +type:string
MacOSNotarize issuer_id:string key:string key_id:string timeout:duration wait:bool
MacOSSign certificate:string +entitlements:string password:string
MacOSSignNotarize enabled:string ids:[]string notarize:MacOSNotarize sign:MacOSSign
Makeself +compression:string +description:string +disable:string +extra_args:[]string +filename:string +files:[]MakeselfFile +goarch:[]string +goos:[]string +homepage:string +id:string +ids:[]string +keywords:[]string +license:string +maintainer:string +name:string +script:string
MakeselfFile +dst:string +src:string +strip_parent:bool
Mastodon -enabled:bool +enabled:string message_template:string server:string
Mattermost channel:string color:string -enabled:bool +enabled:string icon_emoji:string icon_url:string message_template:string title_template:string username:string
Milestone close:bool fail_on_error:bool name_template:string repo:Repo
NFPM apk:NFPMAPK archlinux:NFPMArchLinux bindir:string builds:[]string changelog:string conflicts:[]string -contents:[]Content +contents:[]NFPMContent deb:NFPMDeb dependencies:[]string description:string epoch:string file_name_template:string formats:[]string +goamd64:[]string homepage:string id:string +ids:[]string +ipk:NFPMIPK libdirs:Libdirs license:string maintainer:string meta:bool +msix:NFPMMSIX +mtime:string overrides:{}NFPMOverridables package_name:string prerelease:string priority:string provides:[]string recommends:[]string release:string replaces:[]string rpm:NFPMRPM scripts:NFPMScripts section:string suggests:[]string umask:number vendor:string version_metadata:string
NFPMAPK scripts:NFPMAPKScripts signature:NFPMAPKSignature
NFPMAPKScripts postupgrade:string preupgrade:string
NFPMAPKSignature key_file:string key_name:string
NFPMArchLinux packager:string pkgbase:string scripts:NFPMArchLinuxScripts
NFPMArchLinuxScripts postupgrade:string preupgrade:string
NFPMContent +dst:string +expand:bool +file_info:FileInfo +packager:string +src:string +type:string
NFPMDeb breaks:[]string compression:string fields:{}string lintian_overrides:[]string predepends:[]string scripts:NFPMDebScripts signature:NFPMDebSignature triggers:NFPMDebTriggers
NFPMDebScripts +config:string rules:string templates:string
NFPMDebSignature key_file:string type:string
NFPMDebTriggers activate:[]string activate_await:[]string activate_noawait:[]string interest:[]string interest_await:[]string interest_noawait:[]string
NFPMIPK +abi_version:string +alternatives:[]NFPMIPKAlternative +auto_installed:bool +essential:bool +fields:{}string +predepends:[]string +tags:[]string
NFPMIPKAlternative +link_name:string +priority:number +target:string
NFPMMSIX +applications:[]NFPMMSIXApplication +arch:string +capabilities:NFPMMSIXCapabilities +dependencies:NFPMMSIXDependencies +identity:NFPMMSIXIdentity +properties:NFPMMSIXProperties +publisher:string +signature:NFPMMSIXSignature
NFPMMSIXApplication +entry_point:string +executable:string +id:string +visual_elements:NFPMMSIXVisualElements
NFPMMSIXCapabilities +capabilities:[]string +device_capabilities:[]string +restricted:[]string
NFPMMSIXDependencies +target_device_families:[]NFPMMSIXTargetDeviceFamily
NFPMMSIXIdentity +resource_id:string
NFPMMSIXProperties +display_name:string +logo:string +publisher_display_name:string
NFPMMSIXSignature +pfx_file:string
NFPMMSIXTargetDeviceFamily +max_version_tested:string +min_version:string +name:string
NFPMMSIXVisualElements +background_color:string +description:string +display_name:string +square150x150_logo:string +square44x44_logo:string
NFPMOverridables apk:NFPMAPK archlinux:NFPMArchLinux conflicts:[]string -contents:[]Content +contents:[]NFPMContent deb:NFPMDeb dependencies:[]string epoch:string file_name_template:string +ipk:NFPMIPK +msix:NFPMMSIX package_name:string prerelease:string provides:[]string recommends:[]string release:string replaces:[]string rpm:NFPMRPM scripts:NFPMScripts suggests:[]string umask:number version_metadata:string
NFPMRPM +buildhost:string compression:string group:string packager:string prefixes:[]string scripts:NFPMRPMScripts signature:NFPMRPMSignature summary:string
NFPMRPMScripts posttrans:string pretrans:string
NFPMRPMSignature key_file:string
NFPMScripts postinstall:string postremove:string preinstall:string preremove:string
Nix commit_author:CommitAuthor commit_msg_template:string dependencies:[]!NixDependency description:string extra_install:string +formatter:string goamd64:string homepage:string ids:[]string install:string license:string +main_program:string name:string path:string post_install:string repository:RepoRef skip_upload:string url_template:string
NixDependency name:string os:string
Notarize macos:[]MacOSSignNotarize
OpenCollective -enabled:bool +enabled:string message_template:string slug:string title_template:string
Project announce:Announce archives:[]Archive artifactories:[]Upload +aur_sources:[]AURSource aurs:[]AUR before:Before +binary_signs:[]BinarySign blobs:[]Blob brews:[]Homebrew -build:Build builds:[]Build changelog:Changelog checksum:Checksum chocolateys:[]Chocolatey dist:string +docker_digest:DockerDigest docker_manifests:[]DockerManifest docker_signs:[]Sign dockers:[]Docker +dockers_v2:[]DockerV2 env:[]string env_files:EnvFiles +flatpak:[]Flatpak force_token:string git:Git gitea_urls:GiteaURLs github_urls:GitHubURLs gitlab_urls:GitLabURLs gomod:GoMod +homebrew_casks:[]HomebrewCask +iru:Iru kos:[]Ko krews:[]Krew +makeselfs:[]Makeself +mcp:MCP metadata:ProjectMetadata milestones:[]Milestone nfpms:[]NFPM nix:[]Nix notarize:Notarize +pro:bool project_name:string publishers:[]Publisher release:Release report_sizes:bool +retry:Retry sboms:[]SBOM -scoop:Scoop scoops:[]Scoop signs:[]Sign snapcrafts:[]Snapcraft snapshot:Snapshot source:Source +srpm:SRPM universal_binaries:[]UniversalBinary uploads:[]Upload upx:[]UPX version:number winget:[]Winget
ProjectMetadata mod_timestamp:string
Publisher checksum:bool cmd:string dir:string disable:string env:[]string extra_files:[]ExtraFile ids:[]string meta:bool name:string signature:bool
PullRequest base:!PullRequestBase draft:bool enabled:bool
PullRequestBase branch:string name:string owner:string
Reddit application_id:string -enabled:bool +enabled:string sub:string title_template:string url_template:string username:string
Release disable:string discussion_category_name:string draft:bool extra_files:[]ExtraFile footer:string gitea:Repo github:Repo gitlab:Repo header:string ids:[]string include_meta:bool make_latest:string mode:string name_template:string prerelease:string replace_existing_artifacts:bool replace_existing_draft:bool skip_upload:string target_commitish:string +use_existing_draft:bool
Repo name:string owner:string +token:string
RepoRef branch:string git:GitRepoRef name:string owner:string pull_request:PullRequest token:string
Retry +attempts:number +delay:duration +max_delay:duration
SBOM args:[]string artifacts:string cmd:string +disable:string documents:[]string env:[]string id:string ids:[]string
SMTP body_template:string -enabled:bool +enabled:string from:string host:string insecure_skip_verify:bool port:number subject_template:string to:[]string username:string
SRPM +bins:{}string +contents:[]NFPMContent +description:string +docs:[]string +enabled:bool +epoch:string +file_name_template:string +import_path:string +license:string +license_file_name:string +maintainer:string +nfpmrpm:NFPMRPM +package_name:string +packager:string +section:string +spec_file:string +url:string +vendor:string
Scoop -bucket:RepoRef commit_author:CommitAuthor commit_msg_template:string depends:[]string description:string directory:string -folder:string goamd64:string homepage:string ids:[]string license:string name:string persist:[]string post_install:[]string pre_install:[]string repository:RepoRef shortcuts:[][]string skip_upload:string url_template:string
Sign args:[]string artifacts:string certificate:string cmd:string env:[]string id:string ids:[]string -output:bool +output:string signature:string stdin:string stdin_file:string
Slack attachments:[]!SlackAttachment blocks:[]!SlackBlock channel:string -enabled:bool +enabled:string icon_emoji:string icon_url:string message_template:string username:string
SlackAttachment internal:any
SlackBlock internal:any
Snapcraft apps:{}SnapcraftAppMetadata assumes:[]string base:string builds:[]string channel_templates:[]string confinement:string description:string disable:string extra_files:[]SnapcraftExtraFiles grade:string hooks:{}any icon:string id:string +ids:[]string layout:{}SnapcraftLayoutMetadata license:string name:string name_template:string plugs:{}any publish:bool summary:string title:string
SnapcraftAppMetadata adapter:string after:[]string aliases:[]string args:string autostart:string before:[]string bus_name:string command:string command_chain:[]string common_id:string completer:string daemon:string desktop:string environment:{}any extensions:[]string install_mode:string passthrough:{}any plugs:[]string post_stop_command:string refresh_mode:string reload_command:string restart_condition:string restart_delay:string slots:[]string sockets:{}any start_timeout:string stop_command:string stop_mode:string stop_timeout:string timer:string watchdog_timeout:string
SnapcraftExtraFiles destination:string mode:number source:string
SnapcraftLayoutMetadata bind:string bind_file:string symlink:string type:string
Snapshot name_template:string +version_template:string
Source enabled:bool files:[]!File format:string name_template:string prefix_template:string -rlcp:string
Teams color:string -enabled:bool +enabled:string icon_url:string message_template:string title_template:string
Telegram chat_id:string -enabled:bool +enabled:string message_template:string +message_thread_id:string parse_mode:string
Time
Twitter -enabled:bool +enabled:string message_template:string
UPX binary:string brute:bool compress:string enabled:string goamd64:[]string goarch:[]string goarm:[]string goos:[]string ids:[]string lzma:bool
UniversalBinary hooks:BuildHookConfig id:string ids:[]string mod_timestamp:string name_template:string replace:bool
Upload checksum:bool checksum_header:string client_x509_cert:string client_x509_key:string custom_artifact_name:bool custom_headers:{}string +extra_files:[]ExtraFile +extra_files_only:bool exts:[]string ids:[]string meta:bool method:string mode:string name:string +password:string signature:bool +skip:string target:string trusted_certificates:string username:string
Webhook content_type:string -enabled:bool +enabled:string endpoint_url:string +expected_status_codes:[]number headers:{}string message_template:string skip_tls_verify:bool
Winget author:string commit_author:CommitAuthor commit_msg_template:string copyright:string copyright_url:string +default_locale:string dependencies:[]WingetDependency description:string goamd64:string homepage:string ids:[]string +installation_notes:string license:string license_url:string name:string package_identifier:string +package_name:string path:string +privacy_url:string publisher:string publisher_support_url:string publisher_url:string release_notes:string release_notes_url:string repository:RepoRef short_description:string skip_upload:string tags:[]string url_template:string
WingetDependency minimum_version:string package_identifier:string
`;
