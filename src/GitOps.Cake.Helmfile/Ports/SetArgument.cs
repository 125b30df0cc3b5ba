namespace GitOps.Cake.Helmfile.Ports;

/// <summary>One <c>--set</c>, <c>--set-string</c> or <c>--set-file</c>. Values are shown as <c>name=***</c>.</summary>
/// <param name="Kind">Which flag.</param>
/// <param name="Name">The path of the value, escaped as helm wants it.</param>
/// <param name="Value">The value, escaped as helm wants it; a path for <see cref="SetKind.File"/>.</param>
public sealed record SetArgument(SetKind Kind, string Name, string Value)
{
    /// <summary>The argument with its value hidden.</summary>
    public override string ToString() => $"{Name}={Secret.Mask}";
}
