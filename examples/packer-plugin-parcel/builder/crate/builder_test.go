package crate

import "testing"

func TestBuilder_Prepare(t *testing.T) {
	t.Setenv("PARCEL_URL", "https://north.parcel.example")
	t.Setenv("PARCEL_TOKEN", "")
	for name, want := range map[string]bool{"sesame": true, "": false} {
		var builder Builder
		_, _, err := builder.Prepare(map[string]interface{}{
			"api_token":    name,
			"source_crate": "debian-13",
			"crate_name":   "web",
			"communicator": "none",
		})
		if (err == nil) != want {
			t.Errorf("token %q: %v", name, err)
		}
	}
}
