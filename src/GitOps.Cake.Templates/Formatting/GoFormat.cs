using System.Text;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Formatting;

/// <summary>Go's <c>fmt.Sprintf</c>. A mistake in the format shows in the result, as <c>%!d(string=x)</c>; it never fails.</summary>
/// <param name="format">The format.</param>
/// <param name="arguments">The arguments.</param>
/// <param name="reserve">Asked with the length so far, before a directive that may make the text much longer.</param>
internal ref partial struct GoFormat(string format, ReadOnlySpan<object?> arguments, Action<long> reserve)
{
    // Go takes no larger width or precision.
    private const int LargestSize = 1_000_000;

    private readonly string format = format;
    private readonly ReadOnlySpan<object?> arguments = arguments;
    private readonly Action<long> reserve = reserve;
    private readonly StringBuilder output = new();
    private int position;
    private int next;
    private bool isIndexed;
    private bool isGoodIndex;
    private bool isAfterIndex;

    /// <summary>Formats.</summary>
    /// <returns>The text.</returns>
    public string Format()
    {
        while (position < format.Length)
        {
            var percent = format.IndexOf('%', position);
            output.Append(format, position, (percent < 0 ? format.Length : percent) - position);
            position = percent < 0 ? format.Length : percent + 1;
            if (percent >= 0)
                FormatDirective();
        }

        if (!isIndexed && next < arguments.Length)
            AppendExtra();
        return output.ToString();
    }

    private void FormatDirective()
    {
        var directive = default(Directive);
        isGoodIndex = true;
        isAfterIndex = false;
        ReadFlags(ref directive);
        ReadIndex();
        ReadWidth(ref directive);
        ReadPrecision(ref directive);
        if (!isAfterIndex)
            ReadIndex();

        if (position >= format.Length)
        {
            output.Append("%!(NOVERB)");
            return;
        }

        Rune.DecodeFromUtf16(format.AsSpan(position), out var verb, out var used);
        position += used;
        if (verb.Value == '%')
            output.Append('%');
        else if (!isGoodIndex)
            output.Append($"%!{verb}(BADINDEX)");
        else if (next >= arguments.Length)
            output.Append($"%!{verb}(MISSING)");
        else
            FormatArgument(directive, verb);
    }

    private void FormatArgument(Directive directive, Rune verb)
    {
        if (verb.Value is 'v' or 'w')
        {
            (directive.SharpValue, directive.Sharp) = (directive.Sharp, false);
            (directive.PlusValue, directive.Plus) = (directive.Plus, false);
        }

        new ValueFormatter(output, directive, verb, reserve).Append(arguments[next++]);
    }

    private void AppendExtra()
    {
        output.Append("%!(EXTRA ");
        for (var index = next; index < arguments.Length; index++)
        {
            if (index > next)
                output.Append(", ");
            if (arguments[index] is { } argument)
            {
                output.Append(GoValue.TypeOf(argument)).Append('=');
                new ValueFormatter(output, default, new('v'), reserve).Append(argument);
            }
            else
                output.Append("<nil>");
        }

        output.Append(')');
    }
}
