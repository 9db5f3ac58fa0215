source "parcel-crate" "acceptance" {
  source_crate = "debian-13"
  crate_name   = "packer-acceptance-label"
  ssh_username = "packer"
}

build {
  sources = ["source.parcel-crate.acceptance"]

  provisioner "parcel-label" {
    text = "packed by {{ .ID }}"
  }
}
