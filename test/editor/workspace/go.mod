module github.com/acme/packer-plugin-acme

go 1.23.0

require github.com/hashicorp/packer-plugin-sdk v0.6.1
