using System.Text;
using GitOps.Cake.Templates.Formatting;

namespace GitOps.Cake.Templates.Functions.Go;

internal static class PrintFunctions
{
    public const string Names = "print printf println";

    public static TemplateFunction? Find(string name) => name switch
    {
        "print" => Signature.Of("a*", static call => Print(call)),
        "println" => Signature.Of("a*", static call => PrintLine(call)),
        "printf" => Signature.Of("sa*", static call => new GoFormat(call.Text(0), call.From(1), Sizes.Guard(call)).Format()),
        _ => null,
    };

    /// <summary>A blank stands only between two neighbours that are both no texts.</summary>
    /// <param name="call">The arguments.</param>
    /// <param name="nil">A text in place of every nil; null for Go's own word, which counts as no text.</param>
    public static string Print(TemplateCall call, string? nil = null)
    {
        if (call.Count == 1 && call[0] is string single)
            return single;

        var output = new StringBuilder();
        for (var index = 0; index < call.Count; index++)
        {
            if (index > 0 && !IsText(call[index], nil) && !IsText(call[index - 1], nil))
                output.Append(' ');
            Append(call, output, index, nil);
        }

        return output.ToString();
    }

    private static bool IsText(object? value, string? nil) => value is string || (value is null && nil is not null);

    private static string PrintLine(TemplateCall call)
    {
        var output = new StringBuilder();
        for (var index = 0; index < call.Count; index++)
        {
            if (index > 0)
                output.Append(' ');
            Append(call, output, index, null);
        }

        return output.Append('\n').ToString();
    }

    private static void Append(TemplateCall call, StringBuilder output, int index, string? nil)
    {
        var text = call[index] is null && nil is not null ? nil : call.Print(index);
        call.Run.CheckLength((long)output.Length + text.Length);
        output.Append(text);
    }
}
