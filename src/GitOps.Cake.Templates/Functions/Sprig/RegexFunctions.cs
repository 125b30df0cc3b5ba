using System.Text;
using GitOps.Cake.Templates.Expressions;
using GitOps.Cake.Templates.Texts;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class RegexFunctions
{
    public const string Names =
        "regexMatch mustRegexMatch regexFind mustRegexFind regexFindAll mustRegexFindAll regexReplaceAll mustRegexReplaceAll"
        + " regexReplaceAllLiteral mustRegexReplaceAllLiteral regexSplit mustRegexSplit regexQuoteMeta";

    public static TemplateFunction? Find(string name)
    {
        var isMust = name.StartsWith("must", StringComparison.Ordinal);
        return name switch
        {
            "regexMatch" => Signature.Of("ss", static call => TryParse(call)?.IsMatch(call.Text(1), call.Run.Step) ?? false),
            "mustRegexMatch" => Signature.Of("ss", static call => Parse(call, true).IsMatch(call.Text(1), call.Run.Step)),
            "regexFind" or "mustRegexFind" => Signature.Of("ss", call => Parse(call, isMust).Find(call.Text(1), call.Run.Step)),
            "regexFindAll" or "mustRegexFindAll" => Signature.Of("ssi", call => FindAll(call, Parse(call, isMust))),
            "regexReplaceAll" or "mustRegexReplaceAll" => Signature.Of("sss", call => Replace(call, Parse(call, isMust), isLiteral: false)),
            "regexReplaceAllLiteral" or "mustRegexReplaceAllLiteral" => Signature.Of("sss", call => Replace(call, Parse(call, isMust), isLiteral: true)),
            "regexSplit" or "mustRegexSplit" =>
                Signature.Of("ssi", call => Parse(call, isMust).Split(call.Text(1), call.Int(2), call.Run.Step) ?? new GoNilTexts()),
            "regexQuoteMeta" => Signature.Of("s", static call => QuoteMeta(call.Text(0))),
            _ => null,
        };
    }

    private static GoRegex? TryParse(TemplateCall call)
    {
        try
        {
            return call.Run.Regex(call.Text(0));
        }
        catch (RegexSyntaxException)
        {
            return null;
        }
    }

    private static GoRegex Parse(TemplateCall call, bool isMust)
    {
        var pattern = call.Text(0);
        try
        {
            return call.Run.Regex(pattern);
        }
        catch (RegexSyntaxException exception)
        {
            var quoted = GoQuote.CanBackquote(pattern) ? $"`{pattern}`" : GoQuote.Quote(pattern);
            throw new TemplateFunctionException(isMust ? exception.Message : $"regexp: Compile({quoted}): {exception.Message}", exception)
            {
                Hint = "Expressions follow Go's RE2 syntax: there are no lookarounds and no back references.",
            };
        }
    }

    private static List<string> FindAll(TemplateCall call, GoRegex regex)
    {
        var text = call.Text(1);
        var matches = regex.FindAll(text, call.Int(2), call.Run.Step);
        call.Run.Reserve(matches.Count);
        return matches.Count == 0 ? new GoNilTexts() : matches.ConvertAll(match => text[match.Start..match.End]);
    }

    private static string Replace(TemplateCall call, GoRegex regex, bool isLiteral)
    {
        var (text, replacement, run) = (call.Text(1), call.Text(2), call.Run);
        return regex.Replace(text, Append, run.Step);

        void Append(StringBuilder output, int[] match)
        {
            run.CheckLength((long)output.Length + replacement.Length);
            if (isLiteral)
                output.Append(replacement);
            else
                regex.Expand(output, replacement, text, match);
        }
    }

    private static string QuoteMeta(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if ("\\.+*?()|[]{}^$".Contains(unit, StringComparison.Ordinal))
                output.Append('\\');
            output.Append(unit);
        }

        return output.ToString();
    }
}
