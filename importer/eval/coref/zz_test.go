package coref
import ("testing";"os";"fmt";"strings";"skein/importer";"skein/importer/pipeline";"skein/graph")
func TestZZ(t *testing.T){
 if os.Getenv("ZZ")=="" {t.Skip()}
 for _,p:=range strings.Fields(os.Getenv("ZZ")) {
  gold,_:=Read(p)
  for _,g:=range gold { d:=&importer.Document{Article:graph.Article{ID:graph.ID(g.ID),Text:g.Text}}
   if err:=importer.Run(d,pipeline.English());err!=nil{t.Fatal(err)}
   all:=match(&g,entities(d)); has:=map[int]int{}
   for _,f:=range all { if f.gold>=0 {has[f.gold]=f.entity+1} }
   for i,m:=range g.Mentions { if !m.Named {continue}
     ent:=map[int]bool{}; for k,x:=range g.Mentions { if x.Chain==m.Chain && has[k]>0 {ent[has[k]]=true} }
     if has[i]==0 && m.Kind!=Pronoun { fmt.Printf("MISS\t%d\t%s\t%s\t%d\t%s\n",m.Kind,g.ID,m.In(g.Text),len(ent),around(g.Text,m.Begin)) } }
   // chains split over entities by names
   by:=map[string]map[int]string{}
   for _,f:=range all { if f.gold>=0 && g.Mentions[f.gold].Named && f.kind!=Pronoun { c:=g.Mentions[f.gold].Chain; if by[c]==nil {by[c]=map[int]string{}}; if by[c][f.entity]=="" { by[c][f.entity]=f.In(g.Text)+"("+d.Entities[f.entity].Name+"/"+string(d.Entities[f.entity].Type)+")"} } }
   for _,m:=range by { if len(m)>1 { var s []string; for _,x:=range m {s=append(s,x)}; fmt.Printf("SPLIT\t%s\t%s\n",g.ID,strings.Join(s," | ")) } }
   ents:=map[int]map[string]string{}
   for _,f:=range all { if f.gold>=0 && f.kind!=Pronoun && g.Mentions[f.gold].Named { if ents[f.entity]==nil{ents[f.entity]=map[string]string{}}; if c:=g.Mentions[f.gold].Chain; ents[f.entity][c]=="" {ents[f.entity][c]=f.In(g.Text)} } }
   for e,m:=range ents { if len(m)>1 { var s []string; for _,x:=range m {s=append(s,x)}; fmt.Printf("MERGE\t%s\t%s: %s\n",g.ID,d.Entities[e].Name,strings.Join(s," | ")) } }
  } }
}
