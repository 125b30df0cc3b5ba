using System.Text;
using GitOps.Cake.Templates.Texts;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Sprig;

/// <summary>Functions that turn values of any kind into texts.</summary>
internal static class QuoteFunctions
{
    public const string Names = "quote squote cat join toString toStrings sortAlpha";

    public static TemplateFunction? Find(string name) => name switch
    {
        "quote" => Signature.Of("a*", static call => Join(call, GoQuote.Quote)),
        "squote" => Signature.Of("a*", static call => Join(call, static text => $"'{text}'")),
        "cat" => Signature.Of("a*", static call => Join(call, static text => text)),
        "join" => Signature.Of("sa", static call => Join(call, call.Text(0), Texts(call, call[1]))),
        "toString" => Signature.Of("a", static call => call.Print(0)),
        "toStrings" => Signature.Of("a", static call => Texts(call, call[0])),
        "sortAlpha" => Signature.Of("a", static call => SortAlpha(call)),
        _ => null,
    };

    // Nil arguments are dropped.
    private static string Join(TemplateCall call, Func<string, string> change)
    {
        var output = new StringBuilder();
        var separator = "";
        foreach (var value in call.From(0))
        {
            if (value is null)
                continue;

            output.Append(separator).Append(change(call.Print(value)));
            call.Run.CheckLength(output.Length);
            separator = " ";
        }

        return output.ToString();
    }

    private static string Join(TemplateCall call, string separator, List<string> texts)
    {
        call.Run.Reserve(texts.Sum(static text => (long)text.Length) + (long)separator.Length * Math.Max(0, texts.Count - 1));
        return string.Join(separator, texts);
    }

    // What is no list is one of a single element, and nil of none.
    private static List<string> Texts(TemplateCall call, object? value)
    {
        if (value is List<string> texts)
            return texts;
        if (ListItems.Find(value) is not { } items)
            return value is null ? [] : [call.Print(value)];

        var result = new List<string>(items.Count);
        foreach (var item in items)
        {
            if (item is not null)
                result.Add(call.Print(item));
        }

        return result;
    }

    private static List<string> SortAlpha(TemplateCall call)
    {
        if (call[0] is null)
            return ["<nil>"];

        var texts = new List<string>(Texts(call, call[0]));
        texts.Sort(Utf8Comparer.Instance);
        return texts;
    }
}
