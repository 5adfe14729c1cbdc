package coref

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-json"

	"skein/graph"
	"skein/importer"
)

// ReadMeantime reads the English articles of MEANTIME in the form of Zhukova and others (Diverse_CDCR_datasets): the words in
// DIR/meantime.conll, the mentions of entities in DIR/entities_mentions.json. Of each article the headline, the date and the four
// sentences behind are read, since only these are annotated throughout. The text comes without the spaces of the original,
// which are put back as English is mostly written.
func ReadMeantime(dir string) ([]Document, error) {
	f, err := os.Open(filepath.Join(dir, "meantime.conll"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []Document
	var words [][]map[int]graph.Span // document, sentence, number of the word
	at := map[string]int{}
	var text strings.Builder
	in := bufio.NewScanner(f)
	last := ""
	for in.Scan() {
		if name, ok := strings.CutPrefix(in.Text(), "#begin document ("); ok {
			name, _, _ = strings.Cut(name, ")")
			at[name] = len(docs)
			docs = append(docs, Document{ID: name, Across: true})
			words = append(words, nil)
			text.Reset()
			last = ""
			continue
		}
		c := strings.Split(in.Text(), "\t")
		if len(c) < 4 || len(docs) == 0 {
			continue
		}
		s, _ := strconv.Atoi(c[1])
		w, _ := strconv.Atoi(c[2])
		all := &words[len(words)-1]
		if s < 0 || s >= annotated {
			continue
		}
		for s >= len(*all) {
			*all = append(*all, map[int]graph.Span{})
			if text.Len() > 0 {
				text.WriteString("\n\n")
				last = ""
			}
		}
		word := strings.NewReplacer("``", "\"", "''", "\"", "-LRB-", "(", "-RRB-", ")").Replace(c[3])
		if last != "" && spaced(last, word) {
			text.WriteByte(' ')
		}
		begin := text.Len()
		text.WriteString(word)
		(*all)[s][w] = graph.Span{Begin: begin, End: text.Len()}
		last = word
		docs[len(docs)-1].Text = text.String()
	}
	if err := in.Err(); err != nil {
		return nil, err
	}
	var mentions []meantimeMention
	data, err := os.ReadFile(filepath.Join(dir, "entities_mentions.json"))
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, &mentions); err != nil {
		return nil, err
	}
	wanted := make([]map[string]bool, len(docs))
	for _, m := range mentions {
		n, ok := at[m.Document]
		if !ok || m.Sentence < 0 || m.Sentence >= len(words[n]) || len(m.Words) == 0 {
			continue
		}
		first, ok1 := words[n][m.Sentence][slices.Min(m.Words)]
		end, ok2 := words[n][m.Sentence][slices.Max(m.Words)]
		if !ok1 || !ok2 {
			continue
		}
		x := Mention{Span: graph.Span{Begin: first.Begin, End: end.End}, Chain: m.chain(), Kind: kind(importer.Tag(m.Tag), Description)}
		if head, ok := words[n][m.Sentence][m.Head]; ok && x.Contains(head) {
			x.Heads = []graph.Span{head}
		} else {
			x.Heads = []graph.Span{x.Span}
		}
		docs[n].Mentions = append(docs[n].Mentions, x)
		if wanted[n] == nil {
			wanted[n] = map[string]bool{}
		}
		switch m.Type {
		case "PER", "ORG", "LOC":
			wanted[n][x.Chain] = true
		}
	}
	for i := range docs {
		docs[i].settle(wanted[i])
	}
	return slices.DeleteFunc(docs, func(d Document) bool { return len(d.Mentions) == 0 }), nil
}

// annotated is how many sentences of an article are annotated throughout.
const annotated = 6

// meantimeMention is a mention as the file has it.
type meantimeMention struct {
	Document string `json:"conll_doc_key"`
	Sentence int    `json:"sent_id"`
	Words    []int  `json:"tokens_number"`
	Head     int    `json:"mention_head_id"`
	Tag      string `json:"mention_head_pos"`
	Type     string `json:"mention_type"`
	Chain    string `json:"coref_chain"`
}

// chain is the chain of a mention, which the file calls by where it was annotated: "cross_ORG12" and "cross_intra_ORG12" are
// one, "intra_ORG12" is one in its document only.
func (m *meantimeMention) chain() string {
	kind, id, _ := strings.Cut(m.Chain, "_")
	id = strings.TrimPrefix(id, "intra_")
	if kind != "cross" {
		return m.Document + " " + id
	}
	return id
}

// spaced reports whether a space stands between two words.
func spaced(a, b string) bool {
	switch b {
	case ",", ".", ";", ":", "?", "!", ")", "%", "'s", "’s", "n't", "'", "'re", "'ve", "'ll", "'m", "'d":
		return false
	}
	return a != "(" && a != "$" && a != "€"
}
