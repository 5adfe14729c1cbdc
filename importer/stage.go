package importer

import (
	"fmt"
	"slices"
)

// Stage is one step from text to claims.
type Stage struct {
	Name  string // lower case, as it appears in errors and extractor names: "find"
	Doc   string // one sentence for people: what it does
	Needs []Layer
	Gives []Layer
	Only  func(*Document) bool // whether it has something to do with a document; nil where it has with all
	Run   func(*Document) error
}

// Validate checks that stages can run in this order: every one is named, documented and runnable, needs only what was
// given before it, and gives something.
func Validate(stages []Stage) error {
	have := []Layer{Text}
	var names []string
	for i, s := range stages {
		switch {
		case s.Name == "" || slices.Contains(names, s.Name):
			return fmt.Errorf("importer: stage %d has no name of its own: %q", i, s.Name)
		case s.Doc == "":
			return fmt.Errorf("importer: stage %s does not say what it does", s.Name)
		case s.Run == nil:
			return fmt.Errorf("importer: stage %s does nothing", s.Name)
		case len(s.Gives) == 0:
			return fmt.Errorf("importer: stage %s gives nothing", s.Name)
		}
		for _, n := range s.Needs {
			if !slices.Contains(have, n) {
				return fmt.Errorf("importer: stage %s needs %s, which no stage before it gives", s.Name, n)
			}
		}
		names = append(names, s.Name)
		have = append(have, s.Gives...)
	}
	return nil
}

// Run passes the document through the stages. A stage that fails or panics ends the run of this document only; the
// error names the file and the stage.
func Run(d *Document, stages []Stage) (err error) {
	at := ""
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: %s: internal error: %v", d.Path, at, p)
		}
	}()
	for _, s := range stages {
		if s.Only != nil && !s.Only(d) {
			continue
		}
		at = s.Name
		if err := s.Run(d); err != nil {
			return fmt.Errorf("%s: %s: %w", d.Path, s.Name, err)
		}
	}
	return nil
}
