package calm

import (
	"strings"
	"testing"
	"unicode"

	"skein/graph"
	"skein/importer"
	"skein/importer/segment"
	"skein/importer/tag"
)

// read is text passed through the stages up to this one.
func read(t testing.TB, text string) *importer.Document {
	t.Helper()
	d := &importer.Document{Article: graph.Article{Text: text}, Path: "test"}
	stages := []importer.Stage{segment.Stage(), tag.Stage(), Stage()}
	if err := importer.Validate(stages); err != nil {
		t.Fatal(err)
	}
	if err := importer.Run(d, stages); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestCalm(t *testing.T) {
	for _, want := range [...]string{
		"on 19 May, guerrillas attacked the town of Varela near San Salvador, the army said.",
		"President Julio Ibarra and Gen Ortiz met Peruvian officials in Lima.",
		"the FPN [Popular Front of the North] said in Quito that its men left; the FPN has 300 men.",
		"the Popular Front of the North (FPN) denied the report that an FPN leader was hurt.",
		"rebels fired at a patrol of the 3d Infantry Brigade 30 km south of Bogota.",
		"the U.S. government asked the United Nations to send an M-16 rifle.",
		"the so-called liberators murdered six people, according to a pro-government source.",
		"the president said that this is the largest attack of the week, and who did it is not known.",
		"he was born in Santiago de Chile and lives in La Paz with Ana de la Torre.",
		"members of the Ayacucho Battalion crossed Cuscatlan Department.",
		"the enemy could not develop a fire plan.",
		"he had an AK-47 rifle, Radio Andina reported.",
		"they spoke of it at a meeting of the Central American presidents.",
	} {
		text := strings.ToUpper(want)
		d := read(t, text)
		if d.Text != text {
			t.Errorf("%q: the text was changed", text)
		}
		if d.Plain != want {
			t.Errorf("\n got %q\nwant %q", d.Plain, want)
		}
	}
}

// TestQuiet makes sure that nothing is done to text that is not loud, whatever acronyms and names in capitals it has.
func TestQuiet(t *testing.T) {
	for _, text := range [...]string{
		"The FPN said in Quito that the U.N. should act.",
		"USS HARWOOD (DDG 99)",
		"CAMP ARDEN, Iraq (June 18, 2015) – SOLDIERS of the brigade met.",
		"FOR IMMEDIATE RELEASE",
		"",
	} {
		if d := read(t, text); d.Plain != "" {
			t.Errorf("%q became %q", text, d.Plain)
		}
	}
}

// TestHeadline makes sure that a loud headline above a quiet text is read, and the text left alone.
func TestHeadline(t *testing.T) {
	body := "Officials of Norway met General Rowe, who had asked them to."
	d := read(t, "OFFICIALS MEET GENERAL ROWE IN NORWAY\n\n"+body)
	if want := "officials meet General Rowe in Norway\n\n" + body; d.Plain != want {
		t.Errorf("got %q, want %q", d.Plain, want)
	}
}

func FuzzCalm(f *testing.F) {
	f.Add("THE ARMY SHELLED SAN CARLOS, [THE FPN] SAID. É İSTANBUL ẞ 30 KM \xff MCDONALD D'ARC")
	f.Add("A-B-C- -- [( [X] (Y) '")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToUpper(text)
		d := read(t, text)
		if d.Text != text || d.Plain != "" && len(d.Plain) != len(text) {
			t.Fatalf("%q became %q", text, d.Plain)
		}
		if d.Plain == "" {
			return
		}
		for i, r := range text {
			if got := strings.ToUpper(d.Plain[i:min(len(text), i+4)]); !unicode.IsLetter(r) && got[0] != text[i] {
				t.Fatalf("%q: offset %d is %q", text, i, got)
			}
		}
	})
}

func BenchmarkCalm(b *testing.B) {
	d := read(b, strings.Repeat("THE POPULAR FRONT [FPN] ATTACKED THE 3D INFANTRY BRIGADE NEAR SAN SALVADOR, GEN ORTIZ SAID TODAY.\n", 50))
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		d.Plain = ""
		if err := run(d); err != nil {
			b.Fatal(err)
		}
	}
}
