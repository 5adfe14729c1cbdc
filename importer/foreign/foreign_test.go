package foreign_test

import (
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/importer"
	"skein/importer/pipeline"
)

// read passes a text in a language through all stages.
func read(t testing.TB, language, text string) *importer.Document {
	t.Helper()
	d := &importer.Document{Article: graph.Article{ID: "a", Text: text, Language: language}, Path: "test"}
	if err := importer.Run(d, pipeline.Stages()); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestNames makes sure that names in several languages and scripts are found, as those they are in English, and no others.
func TestNames(t *testing.T) {
	for _, c := range []struct {
		language, text string
		want           []string
	}{
		{"de", "Ministerin Ursula von der Leyen flog am Montag von Warschau nach Litauen. Von der NATO kamen Soldaten. Leyen dankte der Vereinten Nationen.",
			[]string{"Lithuania", "NATO", "Ursula von der Leyen", "Warsaw"}},
		{"fr", "Selon l'ONU, le convoi a quitté l’Irak pour Damas. Claire Dubois est arrivée à Marseille avec l'Union européenne.",
			[]string{"Claire Dubois", "Damascus", "European Union", "Iraq", "Marseille", "United Nations"}},
		{"ru", "Делегация России прибыла в Москву из Сирии. США и НАТО не ответили.", []string{"Moscow", "NATO", "Russia", "Syria", "United States"}},
		{"zh", "联合国代表昨天在北京会见了叙利亚代表团。", []string{"Beijing", "Syria", "United Nations"}},
		{"ar", "وصل الوفد إلى بغداد يوم الثلاثاء.", []string{"Baghdad"}},
		{"es", "El martes llegaron a Madrid los soldados. La patrulla salió de Líbano.", []string{"Lebanon", "Madrid"}},
	} {
		d := read(t, c.language, c.text)
		var got []string
		for _, e := range d.Entities {
			got = append(got, e.Name)
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.language, got, c.want)
		}
		if len(d.Claims)+len(d.Events)+len(d.Quotes) > 0 {
			t.Errorf("%s: something was read that is not a name", c.language)
		}
	}
}

// TestEnglish makes sure that English is left to the other stages, also where its language is not known.
func TestEnglish(t *testing.T) {
	for _, language := range []string{"", "en"} {
		for _, m := range read(t, language, "Ann Rowe met soldiers in Warsaw.").Mentions {
			if strings.HasPrefix(m.Rule, "foreign/") {
				t.Errorf("language %q: %q was found by %s", language, m.Name, m.Rule)
			}
		}
	}
}

// FuzzNames makes sure that no text of any language ends in a panic or in spans outside of it.
func FuzzNames(f *testing.F) {
	for _, s := range []string{"l'ONU d'Irak", "’", "Ursula von", "США.", "联合国", "\xff\xfe", "Anna A' B'"} {
		f.Add("de", s)
		f.Add("ru", s)
	}
	f.Add("x-\xff", "Paris")
	f.Fuzz(func(t *testing.T, language, text string) {
		for _, m := range read(t, language, text).Mentions {
			if m.Begin < 0 || m.Begin >= m.End || m.End > len(text) {
				t.Errorf("%v is outside of %q", m.Span, text)
			}
		}
	})
}
