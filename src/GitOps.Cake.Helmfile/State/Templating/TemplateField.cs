using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.State.Templating;

/// <summary>A value of a state file that is a template.</summary>
/// <param name="Name">What messages call it, as in <c>namespace of release "app"</c>.</param>
/// <param name="Text">The template.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Folder">The folder of helper templates and relative paths.</param>
internal sealed record TemplateField(string Name, string Text, SourcePosition Position, string Folder);
