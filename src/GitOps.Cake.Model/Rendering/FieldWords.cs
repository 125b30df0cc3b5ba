using System.Globalization;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Rendering;

/// <summary>A changed field on one line: <c>path: old → new</c>.</summary>
internal static class FieldWords
{
    public static string Of(FieldChange field) => field switch
    {
        { Redacted: true, OldSize: { } old, NewSize: { } wanted } => Text(field, $"changed, {old} → {wanted} bytes"),
        { Redacted: true, OldSize: { } old } => Text(field, $"secret of {old} bytes"),
        { Redacted: true, NewSize: { } wanted } => Text(field, $"secret of {wanted} bytes"),
        { Redacted: true } => Text(field, $"changed, secret"),
        { Old: { } old, New: { } wanted } => Text(field, $"{new ValueText(old).Text} → {new ValueText(wanted).Text}"),
        { Old: { } old } => Text(field, $"{new ValueText(old).Text}"),
        { New: { } wanted } => Text(field, $"{new ValueText(wanted).Text}"),
        _ => field.Path,
    };

    /// <summary>Whether the line tells the values themselves, not only their sizes.</summary>
    public static bool TellsAll(FieldChange field) => field.Redacted
        || ((field.Old is not { } old || new ValueText(old).IsWhole) && (field.New is not { } wanted || new ValueText(wanted).IsWhole));

    private static string Text(FieldChange field, FormattableString what) =>
        $"{field.Path}: {what.ToString(CultureInfo.InvariantCulture)}";
}
