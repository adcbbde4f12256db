package park.pipeline.api.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import park.pipeline.core.input.FieldProblem;
import park.pipeline.core.input.InvalidFields;
import park.pipeline.core.log.AlreadyAnswered;
import park.pipeline.core.log.LogUnavailable;
import park.pipeline.core.project.Refused;
import park.pipeline.core.project.StaleVersion;
import park.pipeline.core.project.UnknownContact;
import tools.jackson.core.JacksonException;

/** Which problem an exception is. What nobody has thought of is an internal error, and says no more than that. */
final class ProblemsOfExceptions {
    private ProblemsOfExceptions() {}

    static ApiProblem problem(Throwable thrown) {
        return switch (thrown) {
            case ProblemException e -> e.problem();
            case Refused e -> refused(e);
            case InvalidFields e -> ApiProblem.invalidFields(e.problems());
            case StaleVersion e ->
                ApiProblem.of(HttpStatus.PRECONDITION_FAILED, "stale-version")
                        .with("expected", e.expected())
                        .with("actual", e.actual());
            case AggregateNotFoundException e -> ApiProblem.notFound();
            case UnknownContact e -> ApiProblem.notFound();
            case NoResourceFoundException e -> ApiProblem.notFound();
            case NoHandlerFoundException e -> ApiProblem.notFound();
            case AlreadyAnswered e -> ApiProblem.of(HttpStatus.CONFLICT, "request-in-progress");
            case ConcurrencyException e -> ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
            case LogUnavailable e -> ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
            case DataAccessException e -> ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
            case TransactionException e -> ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
            case HttpMessageNotReadableException e -> unreadable(e);
            case InvalidParameterException e ->
                ApiProblem.of(HttpStatus.BAD_REQUEST, "malformed").with("field", "URL");
            case HttpRequestMethodNotSupportedException e ->
                ApiProblem.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed")
                        .with("method", e.getMethod());
            case HttpMediaTypeNotAcceptableException e -> ApiProblem.of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable");
            case HttpMediaTypeNotSupportedException e ->
                ApiProblem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
            case MaxUploadSizeExceededException e -> ApiProblem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large");
            case MethodArgumentTypeMismatchException e -> ApiProblem.malformed(e.getName(), "");
            case MissingServletRequestPartException e -> missing(e.getRequestPartName());
            case MissingServletRequestParameterException e -> missing(e.getParameterName());
            case MultipartException e -> ApiProblem.malformed("file", "");
            default -> ApiProblem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal");
        };
    }

    private static ApiProblem refused(Refused e) {
        String field = e.field();
        if (field != null) {
            return ApiProblem.invalidFields(List.of(new FieldProblem(field, e.code(), e.values())));
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name : List.of("missing", "existingProjectId")) {
            Object value = e.values().get(name);
            if (value != null) {
                members.put(name, value);
            }
        }
        return new ApiProblem(HttpStatus.CONFLICT, e.code(), e.values(), members, List.of());
    }

    private static ApiProblem missing(String field) {
        return ApiProblem.invalidFields(List.of(new FieldProblem(field, "required", Map.of())));
    }

    /** Names the field, but not what Java made of it. */
    private static ApiProblem unreadable(HttpMessageNotReadableException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return known.problem();
            }
            if (cause instanceof JacksonException json && !json.getPath().isEmpty()) {
                String field = json.getPath().stream()
                        .map(r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : r.getPropertyName())
                        .collect(Collectors.joining("."));
                return ApiProblem.malformed(field, "");
            }
        }
        return ApiProblem.of(HttpStatus.BAD_REQUEST, "malformed").with("field", "JSON");
    }
}
