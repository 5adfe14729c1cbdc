package segment

import (
	"slices"
	"testing"

	"skein/importer"
)

func documentOf(t *testing.T, title, text string) *importer.Document {
	t.Helper()
	d := &importer.Document{}
	d.Title, d.Text = title, text
	if err := Stage().Run(d); err != nil {
		t.Fatal(err)
	}
	check(t, text, d.Tokens, d.Sentences)
	return d
}

func TestSentences(t *testing.T) {
	for name, want := range map[string][]string{
		"plain":        {"One came.", "Two went."},
		"ranks":        {"It was Lt. Col. David Day of the U.S. Army.", "He left."},
		"lettered":     {"Sailors of Co. A, 2nd Bn. 5th Marines left.", "They slept."},
		"initials":     {"Capt. R.J. Peek and J. Doe saw Sgt. 1st Class Ann B. Lee.", "They waved."},
		"states":       {"He is from Bismarck, N.D. He flew to Knoxville, Tenn., on Monday.", ""},
		"number":       {"The No. 2 man fled.", "No."},
		"pm":           {"They met at 10 p.m. Nobody spoke at 11 p.m. Friday.", ""},
		"quotes":       {"“We won.”", "“Did you?” Mr. Hadi asked."},
		"closing":      {"“It was hard,” she said.", "“It is over.”", "Then they left."},
		"bracket":      {"The camp (it was full. It had burnt.) was closed.", "They left."},
		"ellipsis":     {"“They fled … and hid,” he said.", "So…", "We left."},
		"company":      {"Acme Inc. makes it.", "So does Example Corp."},
		"lower":        {"“Who?” the man said.", "Iraq!"},
		"decimal":      {"It was 2.5 km.", "Then 3."},
		"last":         {"Headline without a stop"},
		"us end":       {"They left the U.S. The others stayed.", ""},
		"nested":       {"“He said ‘no.’”", "She agreed."},
		"straight":     {"\"It is over.\"", "\"It is not,\" she said."},
		"double quote": {"They came.", "“But why?”"},
	} {
		var parts []string
		for _, s := range want {
			if s != "" {
				parts = append(parts, s)
			}
		}
		if name == "states" {
			parts = []string{"He is from Bismarck, N.D.", "He flew to Knoxville, Tenn., on Monday."}
		}
		if name == "pm" {
			parts = []string{"They met at 10 p.m.", "Nobody spoke at 11 p.m. Friday."}
		}
		if name == "us end" {
			parts = []string{"They left the U.S.", "The others stayed."}
		}
		text := ""
		for i, p := range parts {
			if i > 0 {
				text += " "
			}
			text += p
		}
		d := documentOf(t, "", text)
		var got []string
		for _, s := range d.Sentences {
			got = append(got, s.In(text))
		}
		if !slices.Equal(got, parts) {
			t.Errorf("%s:\n got %q\nwant %q", name, got, parts)
		}
	}
}

func TestLines(t *testing.T) {
	wrapped := "The soldiers of the brigade trained in the desert for three weeks before\n" +
		"they moved to the border, where Capt. Jane Doe and the rest of the\n" +
		"Company had built a camp. The camp was large.\n" +
		"Everyone slept.\n\n" +
		"Short one\n" +
		"- first item of the list that is written at about the full width here\n" +
		"- second item\n"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"wrapped", wrapped, []string{
			"The soldiers of the brigade trained in the desert for three weeks before\nthey moved to the border, where Capt. Jane Doe and the rest of the\nCompany had built a camp.",
			"The camp was large.", "Everyone slept.", "Short one",
			"- first item of the list that is written at about the full width here", "- second item",
		}},
		{"lines are paragraphs", "Talks to begin\nBy Jane Doe\nOfficials met in the capital.\r\nThey talked", []string{
			"Talks to begin", "By Jane Doe", "Officials met in the capital.", "They talked"}},
		{"separators", "One\u2029Two\u2028Three\n\nFour", []string{"One", "Two", "Three", "Four"}},
		{"bracket is closed by the line", "He (said\n\nthis. That.", []string{"He (said", "this.", "That."}},
	} {
		d := documentOf(t, "", c.text)
		var got []string
		for _, s := range d.Sentences {
			got = append(got, s.In(c.text))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestRoles(t *testing.T) {
	text := "Brigade Opens School\nTask Force East\n\nBy Staff Sgt. Jane Doe\n43rd Public Affairs\n\n" +
		"KABUL, Afghanistan (June 18, 2015) – Soldiers opened a school. It is new.\n\n" +
		"(Photo by Spc. John Roe)\n\nIn this image from the Navy, a ship sails.\n\nThey left.\n"
	want := []importer.SentRole{"headline", "headline", "byline", "headline", "dateline", "", "caption", "caption", ""}
	d := documentOf(t, "", text)
	var got []importer.SentRole
	for _, s := range d.Sentences {
		got = append(got, s.Role)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	d = documentOf(t, "Two men were freed.", "Two men were freed.\nThey are well. The talks – they were long – ended.")
	if d.Sentences[0].Role != importer.Headline || d.Sentences[1].Role != importer.Body || d.Sentences[2].Role != importer.Body {
		t.Errorf("title: %+v", d.Sentences)
	}
}

func TestLongSentenceEnds(t *testing.T) {
	text := ""
	for range 3 * maxSentence {
		text += "word "
	}
	if d := documentOf(t, "", text); len(d.Sentences) != 3 {
		t.Errorf("%d sentences, want 3", len(d.Sentences))
	}
}
