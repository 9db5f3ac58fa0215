integration {
  name        = "Parcel"
  description = "Packs machine images in the depots of Parcel Works."
  identifier  = "packer/parcelworks/parcel"
  flags       = ["hcp-ready", "community"]
  docs {
    process_docs    = true
    readme_location = "./README.md"
    external_url    = "https://github.com/parcelworks/packer-plugin-parcel"
  }
  license {
    type = "MIT"
    url  = "https://github.com/parcelworks/packer-plugin-parcel/blob/main/LICENSE"
  }
  component {
    type = "builder"
    name = "Parcel Crate"
    slug = "crate"
  }
  component {
    type = "provisioner"
    name = "Parcel Label"
    slug = "parcel-label"
  }
}
