namespace GitOps.Cake.Templates;

/// <summary>A template could not be parsed or run. The message says where, in Go's own words, and what helps.</summary>
public sealed class TemplateException : Exception
{
    internal TemplateException(string goMessage, TemplateErrorPlace place, string detail, string? hint = null, Exception? inner = null)
        : base(Compose(goMessage, place.File, hint), inner)
    {
        GoMessage = goMessage;
        TemplateName = place.TemplateName;
        File = place.File;
        Line = place.Line;
        Column = place.Column;
        Definition = place.Definition;
        Node = place.Node;
        Detail = detail;
        Hint = hint;
    }

    /// <summary>The whole message in the words of Go's <c>text/template</c>: <c>template: NAME:5:22: executing "NAME" at &lt;.a.b&gt;: ...</c></summary>
    public string GoMessage { get; }

    /// <summary>The name under which the text was parsed.</summary>
    public string TemplateName { get; }

    /// <summary>The file of the text, as the caller named it; null when no file was named.</summary>
    public string? File { get; }

    /// <summary>The line, from 1; 0 when the error belongs to no place.</summary>
    public int Line { get; }

    /// <summary>The column in bytes, from 0; null for errors of parsing, which know their line alone.</summary>
    public int? Column { get; }

    /// <summary>The template that ran: the name of its <c>define</c>, or <see cref="TemplateName"/>; null for errors of parsing.</summary>
    public string? Definition { get; }

    /// <summary>The part of the template that failed, as text; null for errors of parsing.</summary>
    public string? Node { get; }

    /// <summary>What is wrong, without the place: the part of <see cref="GoMessage"/> behind it.</summary>
    public string Detail { get; }

    /// <summary>What may help; null when there is nothing to add.</summary>
    public string? Hint { get; }

    private static string Compose(string goMessage, string? file, string? hint) =>
        $"{(file is null ? "" : file + ": ")}{goMessage}{(hint is null ? "" : "\n" + hint)}";
}
