namespace GitOps.Cake.Templates.Parsing;

/// <summary>What ends a list of texts and actions.</summary>
internal sealed class Terminator
{
    public static readonly Terminator End = new("{{end}}");
    public static readonly Terminator Else = new("{{else}}");

    private readonly string _written;

    private Terminator(string written) => this._written = written;

    public override string ToString() => _written;
}
