package importer

import (
	"errors"
	"strings"
	"testing"
)

func stage(name string, needs, gives []Layer) Stage {
	return Stage{Name: name, Doc: "Does " + name + ".", Needs: needs, Gives: gives, Run: func(*Document) error { return nil }}
}

func TestValidate(t *testing.T) {
	cut := stage("cut", []Layer{Text}, []Layer{Sentences, Tokens})
	tag := stage("tag", []Layer{Tokens}, []Layer{Tags})
	for name, c := range map[string]struct {
		stages []Stage
		want   string
	}{
		"in order":       {[]Stage{cut, tag}, ""},
		"none":           {nil, ""},
		"out of order":   {[]Stage{tag, cut}, "tag needs tokens"},
		"twice":          {[]Stage{cut, cut}, `"cut"`},
		"without a name": {[]Stage{stage("", nil, []Layer{Tokens})}, "no name"},
		"gives nothing":  {[]Stage{stage("idle", nil, nil)}, "gives nothing"},
		"does nothing":   {[]Stage{{Name: "idle", Doc: "Idles.", Gives: []Layer{Tags}}}, "does nothing"},
		"undocumented":   {[]Stage{{Name: "idle", Gives: []Layer{Tags}, Run: cut.Run}}, "does not say"},
	} {
		err := Validate(c.stages)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// TestRun makes sure that an error names the file and the stage, that a panic is one, and that nothing runs behind it.
func TestRun(t *testing.T) {
	wrong := errors.New("wrong")
	for name, fails := range map[string]func(*Document) error{
		"error": func(*Document) error { return wrong },
		"panic": func(*Document) error { panic("wrong") },
	} {
		bad, after := stage("bad", nil, nil), stage("after", nil, nil)
		bad.Run = fails
		after.Run = func(*Document) error { t.Errorf("%s: went on", name); return nil }
		err := Run(&Document{Path: "a.txt"}, []Stage{stage("good", nil, nil), bad, after})
		if err == nil || !strings.HasPrefix(err.Error(), "a.txt: bad: ") || !strings.HasSuffix(err.Error(), "wrong") {
			t.Errorf("%s: %v", name, err)
		}
		if name == "error" && !errors.Is(err, wrong) {
			t.Errorf("%v is not the stage's error", err)
		}
	}
}
