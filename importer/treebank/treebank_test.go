package treebank

import (
	"strconv"
	"strings"
	"testing"
)

const sample = `# newpar
# text = We don't.
1	We	we	PRON	PRP	_	2	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	SpaceAfter=No
2	do	do	AUX	VBP	_	0	root	_	_
3	n't	not	PART	RB	_	2	advmod	_	_
3.1	go	go	VERB	VB	_	_	_	_	_
4	.	.	PUNCT	.	_	2	punct	_	_

1	Yes	yes	INTJ	UH	_	0	root	_	_
`

func TestRead(t *testing.T) {
	got, err := Read(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || len(got[0].Words) != 4 || !got[0].Paragraph || got[1].Paragraph {
		t.Fatalf("%+v", got)
	}
	if text := got[0].Text(); text != "We don't." {
		t.Errorf("text %q", text)
	}
	if s := got[0].Spans()[2].In(got[0].Text()); s != "n't" {
		t.Errorf("word 3 is %q", s)
	}
	if w := got[0].Words[1]; w.Head != -1 || w.Label != "root" || w.Lemma != "do" {
		t.Errorf("%+v", w)
	}
}

func TestReadRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"columns": "1\tx\n", "order": strings.Replace(sample, "4\t.", "5\t.", 1),
		"head": strings.Replace(sample, "\t0\troot", "\t9\troot", 1), "no head": strings.Replace(sample, "\t0\troot", "\t_\troot", 1),
	} {
		if _, err := Read(strings.NewReader(text)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestTokens puts the annotation's words beside our tokens where they are cut otherwise.
func TestTokens(t *testing.T) {
	row := func(id int, form, tag, misc string) string {
		head := "1"
		if id == 1 {
			head = "0"
		}
		return strings.Join([]string{strconv.Itoa(id), form, form, tag, "_", "_", head, "dep", "_", misc}, "\t") + "\n"
	}
	no := "SpaceAfter=No"
	s, err := Read(strings.NewReader(row(1, "A", "DET", "_") + row(2, "CH", "PROPN", no) + row(3, "-", "PUNCT", no) + row(4, "47", "NUM", "_") +
		row(5, "met", "VERB", "_") + row(6, "anti", "ADJ", no) + row(7, "-", "PUNCT", no) + row(8, "aircraft", "NOUN", "_") +
		row(9, "build-up", "NOUN", no) + row(10, ".", "PUNCT", "_") + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range s[0].Tokens() {
		got = append(got, x.Form+"/"+string(x.Tag))
	}
	want := "A/DET CH-47/PROPN met/VERB anti-aircraft/NOUN build/ -/PUNCT up/NOUN ./PUNCT"
	if g := strings.Join(got, " "); g != want {
		t.Errorf("\n got %s\nwant %s", g, want)
	}
}

// TestHeads hangs our tokens on each other where the annotation hangs words.
func TestHeads(t *testing.T) {
	const text = "1\tA\ta\tDET\t_\t_\t4\tdet\t_\t_\n" +
		"2\tCH\tch\tPROPN\t_\t_\t4\tnmod\t_\tSpaceAfter=No\n3\t-\t-\tPUNCT\t_\t_\t4\tpunct\t_\tSpaceAfter=No\n4\t47\t47\tNUM\t_\t_\t5\tnsubj\t_\t_\n" +
		"5\tmeans\tmean\tVERB\t_\t_\t0\troot\t_\t_\n" +
		"6\tbuild-up\tbuild-up\tNOUN\t_\t_\t5\tobj\t_\tSpaceAfter=No\n7\t.\t.\tPUNCT\t_\t_\t5\tpunct\t_\t_\n"
	s, err := Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	tokens := s[0].Tokens()
	for _, x := range tokens {
		head := "-"
		if x.Head >= 0 {
			head = tokens[x.Head].Form
		}
		got = append(got, x.Form+"/"+x.Label+"/"+head)
	}
	want := "A/det/CH-47 CH-47/nsubj/means means/root/- build//up -//up up/obj/means ./punct/means"
	if g := strings.Join(got, " "); g != want {
		t.Errorf("\n got %s\nwant %s", g, want)
	}
}
