package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"skein/graph"
)

func read1(t *testing.T, name, text string) graph.Article {
	t.Helper()
	d, err := ReadFrom(name, strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if d.Path != name {
		t.Errorf("path is %q, want %q", d.Path, name)
	}
	if d.ID == "" || d.ID != d.Identify() {
		t.Errorf("the article is not identified by its content: %q", d.ID)
	}
	if !utf8.ValidString(d.Text) {
		t.Error("text is not UTF-8")
	}
	return d.Article
}

func TestPlainTextIsUnchanged(t *testing.T) {
	for _, text := range []string{
		"Talks open in Baghdad\r\n\r\nBAGHDAD – Envoys met.\r\n",
		"\n\n  Envoys met in Baghdad.\t \n",
		"No line end",
		"<p>Not markup in a text file</p>",
		"---\ntitle: x\n---\nNot front matter in a text file.",
		"Caf\u00e9 \u201cquoted\u201d \U0001F681 Chinook\n",
	} {
		if got := read1(t, "a.txt", text).Text; got != text {
			t.Errorf("text changed:\n%q\n%q", got, text)
		}
	}
	if got := read1(t, "a.txt", "\ufeffEnvoys met in Baghdad.").Text; got != "Envoys met in Baghdad." {
		t.Errorf("byte order mark: %q", got)
	}
}

func TestIdentityIsContent(t *testing.T) {
	const text = "Envoys of both countries met in Baghdad on Monday to talk about the coalition, officials said."
	a, b := read1(t, "one.txt", text), read1(t, "folder/two.txt", text)
	if a != b {
		t.Errorf("a renamed file is another article:\n%+v\n%+v", a, b)
	}
	if want := "Envoys of both countries met in Baghdad on Monday to talk about the coalition, …"; a.Title != want {
		t.Errorf("title %q, want %q", a.Title, want)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	d, err := Read(path)
	if err != nil || d.Article != a || d.Path != path {
		t.Errorf("Read: %+v, %v", d.Article, err)
	}
}

func TestMarkdown(t *testing.T) {
	a := read1(t, "a.md", `---
title: "Squadron returns"
author: [Ana Ruiz, Ben Cole]
outlet: Harbor Post
date: 2024-03-05T10:00:00Z
url: https://harbor.example/x
lang: en
---

# Squadron returns

The squadron's **Ospreys** returned to [Air Station
Miramar](https://miramar.example "the base") on Monday &amp; Tuesday.\
It was away 2\*3 months. ![a picture](p.png)

> “We are home,” said Col. Ray Lund.

- two `+"`MV-22`"+`s
- one KC-130

| Unit | Base |
|------|------|
| VMM-163 | Miramar |

<div class="note">An <b>official</b> note.</div>

    a line of code
`)
	want := `Squadron returns

The squadron's Ospreys returned to Air Station Miramar on Monday & Tuesday.
It was away 2*3 months.

“We are home,” said Col. Ray Lund.

two MV-22s

one KC-130

Unit | Base

VMM-163 | Miramar

An official note.

a line of code
`
	if a.Text != want {
		t.Errorf("text\n%s\nwant\n%s", a.Text, want)
	}
	a.Text, a.ID = "", ""
	if (a != graph.Article{Title: "Squadron returns", Byline: "Ana Ruiz and Ben Cole", Outlet: "Harbor Post", Published: "2024-03-05",
		URL: "https://harbor.example/x", Language: "en"}) {
		t.Errorf("metadata %+v", a)
	}
}

func TestMarkdownHeads(t *testing.T) {
	for _, c := range []struct{ name, source, title, first, published string }{
		{"heading is the title", "# Fleet sails\n\nThe fleet left the port on Monday.", "Fleet sails", "Fleet sails", ""},
		{"front matter before heading", "---\ntitle: Fleet\n---\n# Fleet sails\n\nIt left.", "Fleet", "Fleet", ""},
		{"a rule is no front matter", "---\n\nThe fleet left the port.\n\n---\n\nIt sailed east.", "The fleet left the port. It sailed east.", "The fleet left the port.", ""},
		{"broken front matter stays", "---\na: [\n---\n\nThe fleet left.", "a: [", "a: [", ""},
		{"fields in capitals, a date in words", "---\nTitle: Fleet\nDate: 5 March 2024\n---\n\nIt left.", "Fleet", "Fleet", "2024-03-05"},
		{"nonsense fields", "---\ntitle: {a: 1}\ndate: soon\nauthor: 7\n---\n\n## Sea\n\nIt left.", "Sea", "Sea", ""},
		{"a date at the head", "# Fleet sails\n\nMarch 5, 2024\n\nIt left the port.", "Fleet sails", "Fleet sails", "2024-03-05"},
	} {
		a := read1(t, "a.md", c.source)
		first, _, _ := strings.Cut(a.Text, "\n")
		if a.Title != c.title || first != c.first || a.Published != c.published {
			t.Errorf("%s: title %q, first line %q, published %q", c.name, a.Title, first, a.Published)
		}
	}
}

const page = `<!DOCTYPE html><html lang="en"><head><title>Bridge reopens near Mosul | River Herald</title>
<meta property="og:site_name" content="River Herald"><meta property="og:title" content="Bridge reopens near Mosul">
<meta name="author" content="By Dana Weiss"><link rel="canonical" href="https://river.example/bridge">
<script type="application/ld+json">{"@type":"NewsArticle","@context":"https://schema.org","headline":"Bridge reopens near Mosul","datePublished":"2024-05-02T23:30:00-05:00"}</script>
</head><body><nav><a href="/">Home</a><a href="/w">World</a></nav><div class="cookie">We use cookies.</div>
<article><h1>Bridge reopens near Mosul</h1><p class="byline">By Dana Weiss</p><p>May 2, 2024</p>
<figure><img src="b.jpg"><figcaption>Engineers of the 20th Engineer Brigade beside the&nbsp;bridge.</figcaption></figure>
<p>A bridge across the Tigris near <a href="/mosul">Mosul</a> reopened on Thursday after seven years, the governor&rsquo;s
office said.</p><p>Army engineers had rebuilt the bridge with help from the United Nations, and trucks crossed it at noon.</p>
<p>“It is only a bridge, but it is ours,” said Huda Saleh, the mayor.<br>She thanked the engineers.</p>
<p>A second bridge will be finished in autumn, if the river allows, according to the ministry of construction.</p></article>
<aside><h3>Related</h3><a href="/x">Wheat prices fall</a></aside><footer>© 2023 River Herald</footer><script>track()</script></body></html>`

func TestHTML(t *testing.T) {
	a := read1(t, "a.html", page)
	want := `Bridge reopens near Mosul

Engineers of the 20th Engineer Brigade beside the bridge.

A bridge across the Tigris near Mosul reopened on Thursday after seven years, the governor’s office said.

Army engineers had rebuilt the bridge with help from the United Nations, and trucks crossed it at noon.

“It is only a bridge, but it is ours,” said Huda Saleh, the mayor.
She thanked the engineers.

A second bridge will be finished in autumn, if the river allows, according to the ministry of construction.
`
	if a.Text != want {
		t.Errorf("text\n%s\nwant\n%s", a.Text, want)
	}
	a.Text, a.ID = "", ""
	if (a != graph.Article{Title: "Bridge reopens near Mosul", Byline: "Dana Weiss", Outlet: "River Herald", Published: "2024-05-02",
		URL: "https://river.example/bridge", Language: "en"}) {
		t.Errorf("metadata %+v", a)
	}
}

// TestPlainPage makes sure that of a page of nothing but text all paragraphs are read, short ones too.
func TestPlainPage(t *testing.T) {
	const page = `<html><head><title>Patrols</title></head><body><p>ERBIL (WIRE)</p><p>Two patrols left the base on Monday, officials said.</p><p>Both are back.</p></body></html>`
	d := read1(t, "patrols.html", page)
	if want := "Patrols\n\nERBIL (WIRE)\n\nTwo patrols left the base on Monday, officials said.\n\nBoth are back.\n"; d.Text != want {
		t.Errorf("%q, want %q", d.Text, want)
	}
}

// A page that names no date has none: neither the year of its copyright nor the day of the test is one.
func TestHTMLWithoutDate(t *testing.T) {
	undated := strings.NewReplacer(`"datePublished":"2024-05-02T23:30:00-05:00"`, `"url":"x"`, "<p>May 2, 2024</p>", "").Replace(page)
	if a := read1(t, "a.html", undated); a.Published != "" {
		t.Errorf("invented date %q", a.Published)
	}
}

func TestSniffing(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       format
	}{
		{"-", "  <!DOCTYPE HTML><p>x", markup},
		{"-", "\ufeff<html><p>x", markup},
		{"-", "---\ntitle: x\n---\n", markdown},
		{"-", "# Heading", markdown},
		{"-", "#1 in the world", plain},
		{"-", "Plain words", plain},
		{"report", "<html>", markup},
		{"a.HTM", "words", markup},
		{"a.txt", "<html>", plain},
		{"a.doc", "words", plain},
	} {
		if got := formatOf(c.name, []byte(c.text)); got != c.want {
			t.Errorf("%s %q: format %d, want %d", c.name, c.text, got, c.want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The brigade moved to Erbil, and the talks with the ministry will go on.", "en"},
		{"Los soldados de la brigada regresaron a su base después de un mes de ejercicios en el desierto.", "es"},
		{"Die Soldaten der Brigade sind nach einem Monat in der Wüste wieder in ihrer Kaserne.", "de"},
		{"Les soldats de la brigade sont rentrés dans leur caserne après un mois dans le désert.", "fr"},
		{"Солдаты бригады вернулись на свою базу после месяца учений в пустыне.", "ru"},
		{"عاد جنود اللواء إلى قاعدتهم بعد شهر من التدريبات في الصحراء.", "ar"},
		{"Baghdad 2024", ""},
	} {
		if got := languageOf(c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}
