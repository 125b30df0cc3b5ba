namespace GitOps.Cake.Templates.Json;

/// <summary>The looks of JSON that templates can ask for.</summary>
public enum GoJsonForm
{
    /// <summary><c>toJson</c>: one line; <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> as <c>\u003c</c> and so on.</summary>
    Compact,

    /// <summary><c>toPrettyJson</c>: indented by two blanks, HTML characters escaped.</summary>
    Pretty,

    /// <summary><c>toRawJson</c>: one line, HTML characters as they are.</summary>
    Raw,
}
