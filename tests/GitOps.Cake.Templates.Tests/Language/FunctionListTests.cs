namespace GitOps.Cake.Templates.Tests.Language;

/// <summary>No function of Go, Sprig 3.3 or helmfile is missing; the ones that need the outside world are added by whoever has it.</summary>
public class FunctionListTests
{
    private const string Go = "and or call html js urlquery print println printf index slice len not eq ne lt le gt ge";

    private const string Helmfile = "requiredEnv fromYaml toYaml setValueAtPath get getOrNil tpl required include sprigGet";

    private const string Sprig =
        """
        trim upper lower title untitle swapcase nospace initials snakecase camelcase kebabcase shuffle sha1sum sha256sum sha512sum adler32sum b64enc b64dec
        b32enc b32dec abbrev trunc repeat indent nindent wrap wrapWith abbrevboth substr trimAll trimall trimPrefix trimSuffix contains hasPrefix hasSuffix
        split splitList splitn replace plural join toString toStrings sortAlpha quote squote cat randAlphaNum randAlpha randAscii randNumeric randBytes
        int int64 float64 toDecimal add1 add1f floor ceil atoi add addf sub div mod mul subf mulf divf max biggest min maxf minf round randInt until untilStep seq
        default empty coalesce all any ternary fromJson mustFromJson toJson toPrettyJson toRawJson mustToJson mustToPrettyJson mustToRawJson deepCopy mustDeepCopy fail
        typeOf kindOf typeIs typeIsLike kindIs deepEqual list tuple concat first last rest initial reverse uniq compact mustFirst mustLast mustRest mustInitial
        mustReverse mustUniq mustCompact append push prepend mustAppend mustPush mustPrepend has mustHas without mustWithout slice mustSlice chunk mustChunk
        dict set unset hasKey pluck keys values pick omit merge mergeOverwrite mustMerge mustMergeOverwrite dig regexMatch regexFind mustRegexMatch mustRegexFind
        regexFindAll regexSplit mustRegexFindAll mustRegexSplit regexReplaceAll regexReplaceAllLiteral mustRegexReplaceAll mustRegexReplaceAllLiteral regexQuoteMeta
        now date htmlDate ago duration durationRound dateInZone date_in_zone htmlDateInZone toDate mustToDate dateModify date_modify mustDateModify must_date_modify
        unixEpoch base dir clean ext isAbs osBase osDir osClean osExt osIsAbs env expandenv getHostByName urlParse urlJoin semver semverCompare
        bcrypt htpasswd encryptAES decryptAES buildCustomCert genPrivateKey derivePassword genCA genCAWithKey genSelfSignedCert genSelfSignedCertWithKey
        genSignedCert genSignedCertWithKey uuidv4 hello
        """;

    private static IEnumerable<string> All => $"{Go} {Helmfile} {Sprig}".Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void Every_function_is_there() => All.Where(name => FunctionTable.Standard.Find(name) is null).ShouldBeEmpty();

    [Fact]
    public void No_other_function_is_there() => FunctionTable.Standard.Names.Except(All).ShouldBeEmpty();

    [Theory]
    [InlineData("lookup")]
    [InlineData("toToml")]
    [InlineData("fromToml")]
    [InlineData("mustToYaml")]
    [InlineData("toYamlPretty")]
    [InlineData("fromYamlArray")]
    [InlineData("exec")]
    [InlineData("readFile")]
    public void What_needs_a_cluster_or_files_is_not_there(string name) =>
        Should.Throw<TemplateException>(() => Template.Parse("t", $"{{{{ {name} \"x\" }}}}")).Detail.ShouldBe($"function \"{name}\" not defined");
}
