packer {
  required_plugins {
    parcel = {
      version = ">= 0.4.0"
      source  = "github.com/parcelworks/parcel"
    }
  }
}

data "parcel-parcel-crate" "base" {
  crate_name = "debian-13"
}

source "parcel-crate" "web" {
  source_crate = data.parcel-parcel-crate.base.id
  crate_name   = "web"
  ssh_username = "packer"
}

build {
  sources = ["source.parcel-crate.web"]

  provisioner "parcel-label" {
    text = "web server, packed by the platform team"
  }
}
