using System.Text;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Versions;

namespace GitOps.Cake.Templates.Formatting;

/// <summary>Formats one value by one directive.</summary>
/// <param name="output">Where the text goes.</param>
/// <param name="directive">Flags, width and precision.</param>
/// <param name="verb">The verb.</param>
/// <param name="reserve">Asked with the length so far, before the text may get much longer.</param>
/// <param name="isComplaint">Whether a mistake is being told: values are then shown bare, without asking them for a text of their own.</param>
internal readonly partial struct ValueFormatter(StringBuilder output, Directive directive, Rune verb, Action<long> reserve, bool isComplaint = false)
{
    private readonly StringBuilder _output = output;
    private readonly Directive _directive = directive;
    private readonly Rune _verb = verb;
    private readonly Action<long> _reserve = reserve;

    public void Append(object? value)
    {
        if (value is null && _verb.Value is 'v' or 'T')
            _directive.Pad(_output, "<nil>");
        else if (_verb.Value == 'T')
            _directive.Pad(_output, _directive.Truncate(GoValue.TypeOf(value)));
        else if (value is null || _verb.Value is 'p' or 'w')
            AppendBad(value);
        else
            Append(value, 0);
    }

    private void Append(object value, int depth)
    {
        GoValueException.CheckDepth(depth);
        _reserve(_output.Length + (_directive.Width ?? 0L) + (_directive.Precision ?? 0L) + ((value as string)?.Length ?? 0));
        switch (value)
        {
            case bool flag:
                if (_verb.Value is 't' or 'v')
                    _directive.Pad(_output, flag ? "true" : "false");
                else
                    AppendBad(value);
                break;
            case string text:
                AppendText(value, text);
                break;
            case double number:
                AppendFloat(value, number);
                break;
            case nint or long or int:
                AppendInteger(value, (Int128)Convert.ToInt64(value is nint plain ? (long)plain : value, null), isSigned: true);
                break;
            case ulong or uint or byte:
                AppendInteger(value, (Int128)Convert.ToUInt64(value, null), isSigned: false);
                break;
            case GoTime time when _directive.SharpValue && !isComplaint:
                _directive.Pad(_output, _directive.Truncate(GoSyntax.Of(time)));
                break;
            case GoTime time when TakesText:
                AppendText(value, time.ToString());
                break;
            case IGoNamedValue { Text: { } text } when TakesText:
                AppendText(value, text);
                break;
            case GoTime or SemanticVersion:
                AppendStruct(GoSyntax.Fields(value), depth);
                break;
            case GoStruct structure:
                AppendStruct(structure, depth);
                break;
            case IGoNamedValue { Plain: { } underlying }:
                Append(underlying, depth + 1);
                break;
            default:
                AppendCollection(value, depth);
                break;
        }
    }

    // The verbs for which a value's own text is asked.
    private bool TakesText => !isComplaint && !_directive.SharpValue && _verb.Value is 'v' or 's' or 'x' or 'X' or 'q';

    private void AppendBad(object? value)
    {
        _output.Append($"%!{_verb}(");
        if (value is null)
            _output.Append("<nil>");
        else
        {
            _output.Append(GoValue.TypeOf(value)).Append('=');
            new ValueFormatter(_output, _directive, new('v'), _reserve, isComplaint: true).Append(value);
        }

        _output.Append(')');
    }
}
