using KlaviyoLinq.ModelGenerator.Folding;
using KlaviyoLinq.ModelGenerator.Reading;
using KlaviyoLinq.ModelGenerator.Spec;
var spec = SpecFolder.Fold(SpecReader.Read(args[0]));
string t = SpecFile.Write(spec);
File.WriteAllText(args[1], t);
Console.WriteLine(SpecFile.Write(SpecFile.Parse(t)) == t);
