package refer

import (
	"skein/importer"
)

// insert adds the pronouns to the mentions, in text order, and tells all that counts mentions their new numbers.
func (j *joiner) insert(added []place) {
	if len(added) == 0 {
		return
	}
	old := j.d.Mentions
	at := make([]int, len(old))
	mentions := make([]importer.Mention, 0, len(old)+len(added))
	of := make([]int, 0, cap(mentions))
	k := 0
	put := func(before int) {
		for ; k < len(added) && added[k].Begin < before; k++ {
			m := old[added[k].like]
			mentions = append(mentions, importer.Mention{
				Span: added[k].Span, Head: added[k].Span, Type: m.Type, Name: m.Name, Part: -1, Generic: true, Entity: -1,
				Sentence: added[k].sentence, Confidence: sure, Rule: pronounRule,
			})
			of = append(of, added[k].identity)
		}
	}
	for i, m := range old {
		put(m.Begin)
		at[i] = len(mentions)
		mentions, of = append(mentions, m), append(of, j.of[i])
	}
	put(len(j.d.Text) + 1)
	for i := range mentions {
		if p := mentions[i].Part; p >= 0 {
			mentions[i].Part = at[p]
		}
	}
	j.d.Mentions, j.of = mentions, of
	for n := range j.ids {
		for i, m := range j.ids[n].mentions {
			j.ids[n].mentions[i] = at[m]
		}
	}
	for i := range mentions {
		if mentions[i].Rule == pronounRule {
			n := of[i]
			j.ids[n].mentions = append(j.ids[n].mentions, i)
		}
	}
	j.sortMentions()
}
