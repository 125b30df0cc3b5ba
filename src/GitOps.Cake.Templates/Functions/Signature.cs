using System.Collections.Immutable;

namespace GitOps.Cake.Templates.Functions;

/// <summary>
/// Writes a signature as letters: s text, i int, f float, b bool, m map, L list, t time, a any, r any of Go's own functions; a star behind the
/// last one stands for any number of it.
/// </summary>
internal static class Signature
{
    public static TemplateFunction Of(string letters, TemplateFunctionBody body)
    {
        var repeats = letters.EndsWith('*');
        var types = ImmutableArray.CreateBuilder<TemplateType>(letters.Length);
        foreach (var letter in letters.AsSpan(0, letters.Length - (repeats ? 2 : 0)))
            types.Add(TypeOf(letter));
        return new(types.DrainToImmutable(), repeats ? TypeOf(letters[^2]) : null, body);
    }

    private static TemplateType TypeOf(char letter) => letter switch
    {
        's' => TemplateType.Text,
        'i' => TemplateType.Int,
        'f' => TemplateType.Float,
        'b' => TemplateType.Bool,
        'm' => TemplateType.Map,
        'L' => TemplateType.List,
        't' => TemplateType.Time,
        'u' => TemplateType.UInt32,
        'r' => TemplateType.Reflected,
        _ => TemplateType.Any,
    };
}
