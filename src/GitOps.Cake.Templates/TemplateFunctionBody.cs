namespace GitOps.Cake.Templates;

/// <summary>What a template function does.</summary>
/// <param name="call">Its arguments, already checked against the parameters.</param>
/// <returns>A value of a template (see <see cref="Values.GoValue"/>).</returns>
/// <exception cref="TemplateFunctionException">It fails: the template stops with this message and its own place.</exception>
public delegate object? TemplateFunctionBody(TemplateCall call);
