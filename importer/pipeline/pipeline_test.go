package pipeline

import (
	"testing"

	"skein/importer"
)

// TestOrder makes sure that every stage finds what it needs.
func TestOrder(t *testing.T) {
	if err := importer.Validate(English()); err != nil {
		t.Fatal(err)
	}
}
