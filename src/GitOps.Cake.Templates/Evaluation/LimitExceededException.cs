namespace GitOps.Cake.Templates.Evaluation;

/// <summary>A template asks for more than <see cref="TemplateLimits"/> allows; the evaluator adds the place.</summary>
internal sealed class LimitExceededException(string message) : Exception(message);
