data "parcel-parcel-crate" "acceptance" {
  crate_name = "debian-13"
}

source "null" "acceptance" {
  communicator = "none"
}

build {
  sources = ["source.null.acceptance"]

  provisioner "shell-local" {
    inline = ["echo found ${data.parcel-parcel-crate.acceptance.id}"]
  }
}
