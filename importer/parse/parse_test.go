package parse

import (
	"strings"
	"testing"

	"skein/assets"
	"skein/importer"
	"skein/importer/segment"
	"skein/importer/tag"
)

func standardParser(t testing.TB) *Parser {
	t.Helper()
	p, err := Standard()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// read passes text through the stages up to the tree.
func read(t testing.TB, text string) *importer.Document {
	t.Helper()
	d := &importer.Document{}
	d.Text = text
	if err := importer.Run(d, []importer.Stage{segment.Stage(), tag.Stage()}); err != nil {
		t.Fatal(err)
	}
	p, err := Standard()
	if err != nil {
		t.Fatal(err)
	}
	p.Document(d)
	return d
}

// TestTree wants arcs, as "word relation head".
func TestTree(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The two sides agreed to hold talks in Baghdad.",
			"The det sides, two nummod sides, sides nsubj agreed, agreed root -, to mark hold, hold xcomp agreed, talks obj hold, Baghdad obl hold, in case Baghdad"},
		{"Rebels shelled the base and withdrew on Monday.",
			"Rebels nsubj shelled, base obj shelled, and cc withdrew, withdrew conj shelled, Monday obl withdrew"},
		{"Two soldiers were killed by a roadside bomb.",
			"soldiers nsubj:pass killed, were aux:pass killed, killed root -, bomb obl:agent killed, by case bomb, roadside compound bomb"},
		{"The general, who commands the brigade, denied that his troops had fired.",
			"general nsubj denied, who nsubj commands, commands acl:relcl general, brigade obj commands, denied root -, that mark fired, troops nsubj fired, had aux fired, fired ccomp denied, his nmod:poss troops"},
		{"Omar Haddad, head of the council, is not a member of the party.",
			"Haddad flat Omar, head appos Omar, council nmod head, member root -, is cop member, not advmod member, Omar nsubj member, party nmod member"},
		{"Secretary of Defense Lloyd Austin met General Harris.",
			"Secretary nmod:desc Lloyd, Defense nmod Secretary, Austin flat Lloyd, Lloyd nsubj met, General nmod:desc Harris, Harris obj met"},
		{"Two soldiers killed in attack on base", "soldiers nsubj:pass killed, killed root -, attack obl killed, base nmod attack"},
		{"US airstrikes on militia bases in Syria", "airstrikes root -, bases nmod airstrikes, Syria nmod bases"},
		{"A soldier with the 3rd Brigade fires a mortar near Mosul.", "soldier nsubj fires, Brigade nmod soldier, mortar obj fires"},
		{"“We will leave,” the minister said.", "We nsubj leave, will aux leave, minister nsubj said"},
		{"THE TWO SIDES AGREED TO HOLD TALKS IN BAGHDAD.",
			"TWO nummod SIDES, SIDES nsubj AGREED, AGREED root -, HOLD xcomp AGREED, TALKS obj HOLD, IN case BAGHDAD"},
	} {
		d := read(t, c.text)
		got := map[string]bool{}
		for i, a := range d.Tree {
			head := "-"
			if a.Head >= 0 {
				head = d.Word(a.Head)
			}
			got[d.Word(i)+" "+string(a.Relation)+" "+head] = true
		}
		for want := range strings.SplitSeq(c.want, ", ") {
			if !got[want] {
				t.Errorf("%s: no %q among\n%v", c.text, want, got)
			}
		}
	}
}

// whole checks that the arcs of every sentence are a tree over its tokens.
func whole(t *testing.T, d *importer.Document) {
	t.Helper()
	if len(d.Tree) != len(d.Tokens) {
		t.Fatalf("%d arcs for %d tokens", len(d.Tree), len(d.Tokens))
	}
	for _, s := range d.Sentences {
		roots := 0
		for i := s.First; i < s.Last; i++ {
			a := d.Tree[i]
			if a.Relation == "" || (a.Head < 0) != (a.Relation == importer.Root) {
				t.Fatalf("%q: the arc of %q is %+v", d.Text, d.Word(i), a)
			}
			if a.Head < 0 {
				roots++
			}
			for h, n := a.Head, 0; h >= 0; h, n = d.Tree[h].Head, n+1 {
				if h < s.First || h >= s.Last || n > s.Last-s.First {
					t.Fatalf("%q: %q hangs on nothing or on itself: %+v", d.Text, d.Word(i), d.Tree[s.First:s.Last])
				}
			}
		}
		if roots != 1 && s.First < s.Last {
			t.Fatalf("%q: %d roots", s.In(d.Text), roots)
		}
	}
}

// TestAlone wants a sentence's tree to be the same alone and among others.
func TestAlone(t *testing.T) {
	d := read(t, "Colonel Ames, who commands the unit, flew to Kuwait.\n\nNo.\n\nNo one was hurt; 3 drones were shot down.")
	whole(t, d)
	for _, s := range d.Sentences {
		var words []string
		var tags []importer.Tag
		for i := s.First; i < s.Last; i++ {
			words, tags = append(words, d.Word(i)), append(tags, d.Tokens[i].Tag)
		}
		for k, got := range standardParser(t).Sentence(words, tags) {
			if got.Head >= 0 {
				got.Head += s.First
			}
			if in := d.Tree[s.First+k]; in != got {
				t.Errorf("%s: %+v in the document, %+v alone", words[k], in, got)
			}
		}
	}
}

// TestSentences wants only the wanted sentences to be parsed, as they are among all.
func TestSentences(t *testing.T) {
	d := read(t, "Rebels shelled the base.\n\nNobody was hurt.\n\nThe minister left Kuwait.")
	all := d.Tree
	standardParser(t).Sentences(d, func(i int) bool { return i != 1 })
	for i, s := range d.Sentences {
		for k := s.First; k < s.Last; k++ {
			want := all[k]
			if i == 1 {
				want = importer.Arc{Head: -1}
			}
			if d.Tree[k] != want {
				t.Errorf("sentence %d: %+v, want %+v", i, d.Tree[k], want)
			}
		}
	}
}

// TestLong wants one tree for a sentence that is parsed in pieces.
func TestLong(t *testing.T) {
	var words []string
	var tags []importer.Tag
	for i := range 1000 {
		words, tags = append(words, "grain"), append(tags, importer.Noun)
		if i%3 == 0 && i < 500 {
			words, tags = append(words, ","), append(tags, importer.Punct)
		}
	}
	heads := make([]int32, len(words))
	for i, a := range standardParser(t).Sentence(words, tags) {
		heads[i] = int32(a.Head)
	}
	if !isTree(heads) || crossing(heads) {
		t.Errorf("no tree: %v", heads)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "\xff\xfe", "a", ", , ,", "’s ’ n't", "the of and to that which by", strings.Repeat("and the ", 60) + ".", "É­d 'tis\n\n#@!"} {
		f.Add(s, uint8(0))
		f.Add(s, uint8(7))
	}
	f.Fuzz(func(t *testing.T, text string, turn uint8) {
		d := &importer.Document{}
		d.Text = text
		if err := importer.Run(d, []importer.Stage{segment.Stage(), tag.Stage()}); err != nil {
			t.Fatal(err)
		}
		if turn > 0 { // tags that the tagger would never give
			for i := range d.Tokens {
				d.Tokens[i].Tag = append(tag.Tags[:], "", "SYM")[(i*int(turn)+i/3)%(len(tag.Tags)+2)]
			}
		}
		standardParser(t).Document(d)
		whole(t, d)
	})
}

func FuzzRead(f *testing.F) {
	f.Add(tinyRecipe.train(tiny()[:2], nil, nil).encode())
	f.Add([]byte(head + "\x06\x06\x04\x0f\x08\x01\x10\x10\x01\x01\x00\x03det"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if p, err := Read(b); err == nil {
			p.Sentence([]string{"The", "men", "agreed"}, []importer.Tag{importer.Det, importer.Noun, importer.Verb})
		}
	})
}

func BenchmarkParse(b *testing.B) {
	d := &importer.Document{}
	d.Text = strings.Repeat("The 2nd Battalion, led by Lt. Col. Ames, flew four helicopters to the base that militants had shelled. “It’s done,” he said.\n\n", 100)
	if err := importer.Run(d, []importer.Stage{segment.Stage(), tag.Stage()}); err != nil {
		b.Fatal(err)
	}
	p := standardParser(b)
	n := 0
	for b.Loop() {
		p.Document(d)
		n += len(d.Tokens)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLoad(b *testing.B) {
	model := []byte(assets.ParseModel())
	for b.Loop() {
		if _, err := Read(model); err != nil {
			b.Fatal(err)
		}
	}
}
