using GitOps.Cake.Templates.Functions.Go;
using GitOps.Cake.Templates.Functions.Helmfile;
using GitOps.Cake.Templates.Functions.Sprig;

namespace GitOps.Cake.Templates.Functions;

/// <summary>The functions of <see cref="FunctionTable.Standard"/>. A family's code is touched only when one of its functions is called.</summary>
internal static class StandardFunctions
{
    // Where a name is in two families, the later one has it: Sprig hides Go's slice, helmfile hides Sprig's get.
    private static readonly Dictionary<string, Func<string, TemplateFunction?>> Families = Index(
        (LogicFunctions.Names, LogicFunctions.Find),
        (ComparisonFunctions.Names, ComparisonFunctions.Find),
        (AccessFunctions.Names, AccessFunctions.Find),
        (PrintFunctions.Names, PrintFunctions.Find),
        (EscapeFunctions.Names, EscapeFunctions.Find),
        (CaseFunctions.Names, CaseFunctions.Find),
        (TrimFunctions.Names, TrimFunctions.Find),
        (CutFunctions.Names, CutFunctions.Find),
        (LayoutFunctions.Names, LayoutFunctions.Find),
        (SearchFunctions.Names, SearchFunctions.Find),
        (SplitFunctions.Names, SplitFunctions.Find),
        (EncodingFunctions.Names, EncodingFunctions.Find),
        (ChecksumFunctions.Names, ChecksumFunctions.Find),
        (QuoteFunctions.Names, QuoteFunctions.Find),
        (CastFunctions.Names, CastFunctions.Find),
        (ArithmeticFunctions.Names, ArithmeticFunctions.Find),
        (DecimalFunctions.Names, DecimalFunctions.Find),
        (RoundingFunctions.Names, RoundingFunctions.Find),
        (SequenceFunctions.Names, SequenceFunctions.Find),
        (RandomFunctions.Names, RandomFunctions.Find),
        (DefaultFunctions.Names, DefaultFunctions.Find),
        (JsonFunctions.Names, JsonFunctions.Find),
        (TypeFunctions.Names, TypeFunctions.Find),
        (ListEndFunctions.Names, ListEndFunctions.Find),
        (ListBuildFunctions.Names, ListBuildFunctions.Find),
        (ListFilterFunctions.Names, ListFilterFunctions.Find),
        (DictFunctions.Names, DictFunctions.Find),
        (DictPartFunctions.Names, DictPartFunctions.Find),
        (MergeFunctions.Names, MergeFunctions.Find),
        (RegexFunctions.Names, RegexFunctions.Find),
        (DateFunctions.Names, DateFunctions.Find),
        (DurationFunctions.Names, DurationFunctions.Find),
        (PathFunctions.Names, PathFunctions.Find),
        (EnvironmentFunctions.Names, EnvironmentFunctions.Find),
        (UrlFunctions.Names, UrlFunctions.Find),
        (VersionFunctions.Names, VersionFunctions.Find),
        (PasswordFunctions.Names, PasswordFunctions.Find),
        (CipherFunctions.Names, CipherFunctions.Find),
        (CertificateFunctions.Names, CertificateFunctions.Find),
        (YamlFunctions.Names, YamlFunctions.Find),
        (GetFunctions.Names, GetFunctions.Find),
        (SetValueFunction.Names, SetValueFunction.Find),
        (TemplateFunctions.Names, TemplateFunctions.Find),
        (RequiredFunctions.Names, RequiredFunctions.Find));

    public static IEnumerable<string> Names => Families.Keys;

    public static bool Contains(string name) => Families.ContainsKey(name);

    public static TemplateFunction? Find(string name) => Families.GetValueOrDefault(name)?.Invoke(name);

    private static Dictionary<string, Func<string, TemplateFunction?>> Index(params ReadOnlySpan<(string Names, Func<string, TemplateFunction?> Find)> families)
    {
        var index = new Dictionary<string, Func<string, TemplateFunction?>>(256, StringComparer.Ordinal);
        foreach (var (names, find) in families)
        {
            foreach (var name in names.Split(' '))
                index[name] = find;
        }

        return index;
    }
}
