//! The words and rules of safeguarding meetings
