package english

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed relations.txt
var relationsFile string

// relations is section → words.
var relations = sync.OnceValue(func() map[string]map[string]bool { return sections(relationsFile) })

// relationVerbs is verb, with its preposition behind "_" where it has one, → predicates in the order of the file.
var relationVerbs = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, l := range lines(relationsFile) {
		if kind, p, _ := strings.Cut(l.section, " "); kind == "verb" || kind == "act" {
			for w := range strings.FieldsSeq(l.columns[0]) {
				out[w] = append(out[w], p)
			}
		}
	}
	return out
})

// Post is what a noun makes of the person or body it describes.
type Post string

// The posts.
const (
	NoPost        Post = ""
	PostLeader    Post = "leader"    // commander, head, president
	PostHolder    Post = "post"      // spokesman, ambassador
	PostMember    Post = "member"    // soldier, fighter
	PostPart      Post = "part"      // arm, wing: of bodies
	PostWhole     Post = "whole"     // parent company: of bodies, which are its parts
	PostAffiliate Post = "affiliate" // offshoot, proxy: of bodies
	PostAlly      Post = "ally"
	PostRival     Post = "rival"
)

// posts is noun → the first post that has it.
var posts = sync.OnceValue(func() map[string]Post {
	out := map[string]Post{}
	for _, p := range [...]Post{PostLeader, PostHolder, PostMember, PostAlly, PostRival, PostAffiliate, PostPart, PostWhole} {
		for w := range relations()[string(p)] {
			if out[w] == NoPost {
				out[w] = p
			}
		}
	}
	return out
})

// PostOf is what the noun, by lemma, makes of what it describes, or NoPost.
func PostOf(lemma string) Post { return posts()[lemma] }

// Deputy reports whether the word before a leader's noun says that it is not the leader: deputy, vice, former.
func Deputy(word string) bool { return relations()["deputy"][word] }

// Alliance reports whether the noun says that those named with it are allied.
func Alliance(lemma string) bool { return relations()["alliance"][lemma] }

// Backing reports whether the noun, by lemma, is what those give who support others: support, backing.
func Backing(lemma string) bool { return relations()["backing"][lemma] }

// Government reports whether who leads what the noun, by lemma, is for leads the state that has it.
func Government(lemma string) bool { return relations()["government"][lemma] }

// Split reports whether the noun, by lemma, is for what a body comes from that another is or was: split, remnants.
func Split(lemma string) bool { return relations()["split"][lemma] }

// Union reports whether the noun, by lemma, is for what bodies become that come together: merger, coalition.
func Union(lemma string) bool { return relations()["union"][lemma] }

// RelationVerb are the relations, as predicates of graph/schema or names of acts in relations.txt such as "fires", that
// the verb states, by lemma with its preposition behind "_" where it has one. Do not change the slice.
func RelationVerb(lemma string) []string { return relationVerbs()[lemma] }

// Compound is the relation that the second part of "X-backed Y" states between X and Y, or "".
func Compound(word string) string {
	for _, p := range [...]string{"affiliated_with", "leads", "allied_with", "operates", "based_at"} {
		if relations()["compound "+p][word] {
			return p
		}
	}
	return ""
}

// Against reports whether the word before a hyphen says what something is against: anti.
func Against(word string) bool { return relations()["against"][word] }

// SidesWith reports whether the word before a hyphen says with whom something sides: pro.
func SidesWith(word string) bool { return relations()["for"][word] }

// PlaceNoun reports whether the noun is for places: village, area.
func PlaceNoun(lemma string) bool { return relations()["place noun"][lemma] }

// Direction reports whether the word before a place's name leaves it the same place: southern, nearby.
func Direction(word string) bool { return relations()["direction"][word] }

// HeadOfState reports whether who has the post, by lemma, leads the country it is a post of.
func HeadOfState(lemma string) bool { return relations()["head of state"][lemma] }

// ranks are the military and police ranks, in small letters without full stops.
var ranks = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, w := range NameParts()["rank"] {
		out[strings.ReplaceAll(strings.ToLower(w), ".", "")] = true
	}
	return out
})

// Rank reports whether the word, in small letters without full stops, is a rank or ends one: "capt", "sergeant".
func Rank(word string) bool { return ranks()[word] }
