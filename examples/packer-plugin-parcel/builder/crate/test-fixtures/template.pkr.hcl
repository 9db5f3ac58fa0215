source "parcel-crate" "acceptance" {
  source_crate = "debian-13"
  crate_name   = "packer-acceptance"
  ssh_username = "packer"
}

build {
  sources = ["source.parcel-crate.acceptance"]
}
